using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that columns that tuples fill together hold one of the tuples listed, for the row's condition where there is one.</summary>
/// <param name="row">The slot that draws the tuple; it is in no data.</param>
/// <param name="cells">Its columns, in order.</param>
/// <param name="canReadGiven">Whether the condition is known; without it a tuple of any condition will do.</param>
internal sealed class TupleCheck(CheckContext context, CellPlan row, ImmutableArray<CellPlan> cells, bool canReadGiven) : IRowsCheck
{
    private readonly NullRule nulls = new(row);
    private readonly CategoryCells source = (CategoryCells)row.Source;
    private readonly GivenIndex given = GivenIndex.For(canReadGiven ? ((CategoryCells)row.Source).Given : null);
    private readonly HashSet<UInt128>[] listed = Listed(row, cells, canReadGiven);
    private readonly HashSet<UInt128>[] values = [.. cells.Select(Values)];

    private ImmutableArray<int> Reads =>
        [.. cells.Select(cell => cell.Slot), .. nulls.Reads, .. canReadGiven ? source.Given?.Slots ?? [] : []];

    public void Check(Frame frame)
    {
        Column[] columns = [.. cells.Select(cell => frame[cell.Slot])];
        Truth[] conditions = nulls.Conditions(frame);
        bool[] allowsNull = nulls.AllowsNull(frame);
        bool[] isUnreadable = CheckContext.Unreadable(frame, Reads);
        using GivenCases cases = given.Cases(frame);
        for (int index = 0; index < frame.Count; index++)
        {
            if (isUnreadable[index] || cases[index] < 0)
                continue;                                       // the condition's own value is not listed, which is told there
            bool isNull = Array.TrueForAll(columns, column => column.IsNull(index));
            if (conditions[index] != Truth.True)
                CheckCondition(frame, index, conditions[index], isNull);
            else if (!(isNull && allowsNull[index]) && !listed[cases[index]].Contains(CellHash.OfAll(columns, index)))
                Tell(frame, columns, index, isNull);
        }
    }

    private void CheckCondition(Frame frame, int index, Truth condition, bool isNull)
    {
        if (condition == Truth.Error)
            context.Add(DataDiagnostics.NoValue, row.Name + " when", cells[0].Position, () =>
                [context.Places.Of(frame.Rows[index]), $"the condition of columns ({Names})", nulls.When!.Explain(frame, index)?.Message]);
        else if (!isNull)
            context.AddCell(DataDiagnostics.ValueUnexpected, cells[0], frame, index, () => [$"its condition '{nulls.When!.Text}' is not TRUE"]);
    }

    private string Names => context.Names(cells.Select(cell => cell.Slot));

    // A value that is in no tuple at all is told with its column.
    private void Tell(Frame frame, Column[] columns, int index, bool isNull)
    {
        int stranger = Array.FindIndex([.. cells], cell => !values[cells.IndexOf(cell)].Contains(CellHash.OfAll([frame[cell.Slot]], index)));
        if (isNull)
            context.Add(DataDiagnostics.NullUnexpected, cells[0].Name, cells[0].Position, () => [context.Places.Of(frame.Rows[index]), context.Name(cells[0].Slot)]);
        else if (stranger >= 0)
            context.AddCell(DataDiagnostics.ValueUnlisted, cells[stranger], frame, index, () => [Few(cells[stranger])]);
        else
            context.Add(ListDiagnostics.TupleUnlisted, row.Name, cells[0].Position, () =>
            [
                context.Places.Of(frame.Rows[index]), context.Table.Name, Names,
                string.Join(", ", columns.Select((column, place) => context.Show(column, index, cells[place].Type))),
                canReadGiven && source.Given is { } selector ? $", for {context.ShowAll(frame, selector.Slots, index)}" : "",
            ]);
    }

    private static string Few(CellPlan cell)
    {
        string[] texts = [.. ((TupleCells)cell.Source).Values.Texts.Distinct().Take(13)];
        return string.Join(", ", texts.Take(12)) + (texts.Length > 12 ? ", …" : "");
    }

    private static HashSet<UInt128>[] Listed(CellPlan row, ImmutableArray<CellPlan> cells, bool canReadGiven)
    {
        Column[] columns = [.. cells.Select(cell => ((TupleCells)cell.Source).Values.Cells)];
        HashSet<UInt128>[] byCase = [.. ((CategoryCells)row.Source).Cases.Select(one => one.Indices.Select(place => CellHash.OfAll(columns, place)).ToHashSet())];
        return canReadGiven ? byCase : [[.. byCase.SelectMany(hashes => hashes)]];
    }

    private static HashSet<UInt128> Values(CellPlan cell)
    {
        Column literals = ((TupleCells)cell.Source).Values.Cells;
        return [.. Enumerable.Range(0, literals.Count).Select(place => CellHash.OfAll([literals], place))];
    }
}
