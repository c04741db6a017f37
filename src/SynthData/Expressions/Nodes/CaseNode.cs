using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The result of the first condition that is TRUE; a condition before it that is an error makes the cell one.</summary>
/// <param name="branches">Condition and result by turns, then the result for the rest.</param>
internal sealed class CaseNode(ExpressionType type, ImmutableArray<Node> branches, Func<SqlNames, string>? sql = null) : Node(type, branches)
{
    public override bool MayBeNull(Func<int, bool> slots) =>
        Operands.Where((_, index) => index % 2 == 1 || index == Operands.Length - 1).Any(result => result.MayBeNull(slots));

    public override Column Evaluate(Scratch scratch)
    {
        Column target = scratch.Rent(Type.Kind);
        Column rest = Operands[^1].Evaluate(scratch);
        for (int row = 0; row < scratch.Count; row++)
            target.Copy(rest, row, row);

        // From the last to the first, so that the first has the last word.
        for (int branch = Operands.Length - 3; branch >= 0; branch -= 2)
        {
            Column when = Operands[branch].Evaluate(scratch);
            Column then = Operands[branch + 1].Evaluate(scratch);
            ReadOnlySpan<CellState> conditions = when.States;
            ReadOnlySpan<long> truths = Cells.Of<long>(when);
            for (int row = 0; row < truths.Length; row++)
            {
                if (conditions[row] == CellState.Error)
                    target.States[row] = CellState.Error;
                else if (conditions[row] == CellState.Value && truths[row] != 0)
                    target.Copy(then, row, row);
            }
        }

        return target;
    }

    public override string ToSql(SqlNames names)
    {
        if (sql is not null)
            return sql(names);
        IEnumerable<string> whens = Enumerable.Range(0, Operands.Length / 2)
            .Select(index => $"WHEN {Operands[2 * index].ToSql(names)} THEN {Operands[(2 * index) + 1].ToSql(names)}");
        return $"CASE {string.Join(' ', whens)} ELSE {Operands[^1].ToSql(names)} END";
    }
}
