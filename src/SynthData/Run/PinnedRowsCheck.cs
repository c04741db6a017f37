using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Run;

/// <summary>Checks the rows whose cells a schema gives, by making them: that they keep their rules, that each cell fits its source there, and that no other row has what is unique.</summary>
internal sealed class PinnedRowsCheck(DatasetRun run, DiagnosticBag bag)
{
    private const int BlockRows = 8192;

    /// <summary>Tells everything that cannot be kept (SD2).</summary>
    public void Check()
    {
        foreach (TablePlan table in run.Plan.Tables.Where(table => table.Cells.Any(cell => cell.Pins is not null) && run.IsLocal(table)))
        {
            int before = bag.Count;
            CheckRows(table);
            if (bag.Count > before)
                continue;
            foreach (CellPlan cell in table.Cells.Where(cell => cell is { Pins: not null, IsUnique: true, Source: PatternCells or SemanticCells }))
                CheckUnique(table, cell);
        }
    }

    private void CheckRows(TablePlan table)
    {
        CellPlan[] pinned = [.. table.Cells.Where(cell => cell is { Pins: not null, Source: not (LookupCells or TupleCells) })];
        SourceCheck[] checks = [.. pinned.Select(cell => SourceCheck.For(cell, cell.Source, _ => true))];
        NullRule[] nulls = [.. pinned.Select(cell => new NullRule(cell))];
        TableProgram program = run.Program(table.Index);
        foreach (long row in pinned.SelectMany(cell => cell.Pins!.Rows).Distinct().Order())
        {
            SourcePosition position = pinned.First(cell => cell.Pins!.Find(row) >= 0) is var any ? any.Pins!.Positions[any.Pins.Find(row)] : default;
            try
            {
                Frame frame = program.Evaluate([row], program.Whole, null);
                for (int index = 0; index < pinned.Length; index++)
                {
                    if (pinned[index].Pins!.Find(row) is >= 0 and int place)
                        CheckCell(table, pinned[index], checks[index], nulls[index], frame, place);
                }

                frame.Return();
            }
            catch (GenerationException broken)
            {
                if (row < table.Schema.Pinned.Length)
                    bag.Add(ListDiagnostics.PinBreaksRule, position, row + 1, table.Name, broken.Diagnostic.Message);
                else
                    bag.Add(ListDiagnostics.CoverageBreaksRule, position, row + 1, table.Name, Covered(pinned, row), broken.Diagnostic.Message);
            }
        }
    }

    private static string Covered(CellPlan[] pinned, long row) => string.Join(", ", pinned.Where(cell => cell.Pins!.Find(row) >= 0)
        .Select(cell => $"{(cell.IsUnnamed ? cell.Stream : cell.Name)} = {cell.Pins!.Texts[cell.Pins.Find(row)]}"));

    private void CheckCell(TablePlan table, CellPlan cell, SourceCheck check, NullRule nulls, Frame frame, int place)
    {
        Column cells = frame[cell.Slot];
        bool isNull = cells.States[0] == CellState.Null;
        bool isAsked = nulls.Conditions(frame)[0] == Truth.True;
        var found = new Misfit[1];
        check.Find(frame, cells, found);
        bool fits = !isAsked ? isNull
            : isNull ? nulls.AllowsNull(frame)[0] || found[0].Kind == MisfitKind.None || IsRoot(cell, frame)
            : found[0].Kind == MisfitKind.None;
        if (fits)
            return;
        string name = cell.IsUnnamed ? $"{table.Name}.{cell.Stream}" : $"{table.Name}.{cell.Name}";
        string reads = RowWords.Of(table, frame, 0, cell.Inputs.Where(slot => slot != cell.Slot), value => value, "");
        string where = !isAsked ? $"its `when` does not hold{(reads.Length > 0 ? $" with {reads}" : "")}"
            : isNull ? "nothing makes it null there"
            : reads.Length > 0 ? $"its source does not give that with {reads}" : "its source does not give that";
        bag.Add(
            ListDiagnostics.PinDoesNotFit, cell.Pins!.Positions[place], frame.Rows[0] + 1, name, cell.Pins.Texts[place] is { Length: > 0 } text ? text : "null", where);
    }

    private static bool IsRoot(CellPlan cell, Frame frame) => cell.Source is ReferenceRowCells { IsEarlier: true } && frame.Rows[0] == 0;

    // Sequences were counted back, and a UUID is nobody else's.
    private void CheckUnique(TablePlan table, CellPlan cell)
    {
        PinnedCells pins = cell.Pins!;
        var wanted = new Dictionary<UInt128, int>();
        for (int place = 0; place < pins.Rows.Length; place++)
        {
            if (!pins.Cells.IsNull(place))
                wanted[CellHash.OfAll([pins.Cells], place)] = place;
        }

        TableProgram program = run.Program(table.Index);
        Slice slice = program.SliceFor([cell.Slot]);
        long count = run.Plan.RowCount(table.Index);
        for (long start = 0; start < count; start += BlockRows)
        {
            Frame frame = program.Evaluate(RowIndices.From(start, Math.Min(BlockRows, count - start)), slice, null);
            for (int row = 0; row < frame.Count; row++)
            {
                if (wanted.TryGetValue(CellHash.OfAll([frame[cell.Slot]], row), out int place) && pins.Find(start + row) < 0)
                {
                    bag.Add(
                        ListDiagnostics.PinCollides, pins.Positions[place], $"{table.Name}.{cell.Name}", pins.Texts[place],
                        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {start + row + 1} has it already"));
                }
            }

            frame.Return();
        }
    }
}
