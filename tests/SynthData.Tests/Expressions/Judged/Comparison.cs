using SynthData.Batches;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>One cell of one expression as both sides see it, where they see all of its parts alike.</summary>
/// <remarks>Parts are our verdicts on the parts; Fault is the code of our error, empty where there is none.</remarks>
internal sealed record Comparison(Piece Piece, ExpressionType Type, int Row, Verdict Ours, Verdict Theirs, Verdict[] Parts, string Fault)
{
    public bool IsOurError => Ours.State == CellState.Error;

    public bool IsTheirError => Theirs.State == CellState.Error;

    public bool AreBothValues => Ours.State == CellState.Value && Theirs.State == CellState.Value;

    public bool HasPart(Func<string, bool> isSo) => Parts.Any(part => part.State == CellState.Value && isSo(part.Text));
}
