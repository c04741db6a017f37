using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Says of each row what <c>when</c> and <c>nulls</c> make of a cell.</summary>
internal sealed class NullRule(CellPlan cell)
{
    private readonly GivenIndex given = GivenIndex.For(cell.Nulls?.Given);

    public BoundExpression? When => cell.When;

    public ImmutableArray<int> Reads { get; } = [.. (cell.When?.Slots ?? []).Concat(cell.Nulls?.Given?.Slots ?? []).Distinct()];

    /// <summary>Whether the condition holds, TRUE without one.</summary>
    public Truth[] Conditions(Frame frame)
    {
        var truths = new Truth[frame.Count];
        if (cell.When is { } when)
            when.Test(frame, truths);
        else
            Array.Fill(truths, Truth.True);
        return truths;
    }

    /// <summary>Whether nulls may be drawn where the condition holds.</summary>
    public bool[] AllowsNull(Frame frame)
    {
        var allows = new bool[frame.Count];
        if (cell.Nulls is not { } nulls)
            return allows;
        using GivenCases cases = given.Cases(frame);
        for (int row = 0; row < allows.Length; row++)
            allows[row] = cases[row] < 0 || nulls.Shares[cases[row]] > 0;
        return allows;
    }
}
