using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks each cell against the source of its row's case; null where no case is TRUE.</summary>
internal sealed class CasesCheck(CasesCells source, ImmutableArray<SourceCheck> branches) : SourceCheck
{
    public override ImmutableArray<int> Reads { get; } =
        [.. source.Cases.SelectMany(branch => branch.When?.Slots ?? []).Concat(branches.SelectMany(branch => branch.Reads)).Distinct()];

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        int[] cases = CaseFinder.Find(source, frame);
        var byBranch = new Misfit[branches.Length][];
        for (int row = 0; row < found.Length; row++)
        {
            int number = cases[row];
            if (number == CaseFinder.Failed)
                found[row] = new Misfit(MisfitKind.NoValue, this);
            else if (number == CaseFinder.None)
                found[row] = cells.States[row] == CellState.Null ? default : new Misfit(MisfitKind.Value, this);
            else
                found[row] = (byBranch[number] ??= Find(branches[number], frame, cells))[row];
        }
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
        if (kind == MisfitKind.Value)
            context.AddCell(DataDiagnostics.ValueUnexpected, cell, frame, row, () => ["none of its cases is TRUE"]);
        else
            context.Add(DataDiagnostics.NoValue, cell.Name, cell.Position, () =>
                [context.Places.Of(frame.Rows[row]), $"the case of column '{context.Name(cell.Slot)}'", Explain(frame, row)]);
    }

    private string Explain(Frame frame, int row) =>
        source.Cases.Select(branch => branch.When?.Explain(frame, row)).FirstOrDefault(found => found is not null)?.Message ?? "";

    private static Misfit[] Find(SourceCheck branch, Frame frame, Column cells)
    {
        var found = new Misfit[frame.Count];
        branch.Find(frame, cells, found);
        return found;
    }
}
