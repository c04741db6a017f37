using System.Collections.Immutable;
using System.Numerics;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>And and or over any number of operands: FALSE decides and, TRUE decides or, whatever the others are; else an error, else null.</summary>
/// <param name="sql">How it is written where it stands for something else, such as <c>in</c>; null for and, or.</param>
internal sealed class LogicNode(bool isAnd, ImmutableArray<Node> operands, Func<SqlNames, string>? sql = null) : Node(ExpressionType.Bool, operands)
{
    public override Column Evaluate(Scratch scratch)
    {
        long deciding = isAnd ? 0 : 1;
        Column target = scratch.Rent<long>();
        Span<CellState> states = target.States;
        Span<long> results = Cells.Of<long>(target);
        results.Fill(1 - deciding);
        foreach (Node operand in Operands)
        {
            Column column = operand.Evaluate(scratch);
            ReadOnlySpan<CellState> operandStates = column.States;
            ReadOnlySpan<long> values = Cells.Of<long>(column);
            if (!operandStates[..results.Length].ContainsAnyExcept(CellState.Value))
            {
                Combine(values, results);
                continue;
            }

            for (int row = 0; row < results.Length; row++)
            {
                if (operandStates[row] == CellState.Value)
                    results[row] = values[row] == deciding ? deciding : results[row];
                else if (operandStates[row] > states[row])
                    states[row] = operandStates[row];
            }
        }

        if (!states.ContainsAnyExcept(CellState.Value))
            return target;
        for (int row = 0; row < results.Length; row++)
        {
            if (results[row] == deciding)
                states[row] = CellState.Value;
        }

        return target;
    }

    // Truths are 1 and 0, so that and and or are those of bits.
    private void Combine(ReadOnlySpan<long> values, Span<long> results)
    {
        int row = 0;
        for (; row <= results.Length - Vector<long>.Count; row += Vector<long>.Count)
        {
            var truths = new Vector<long>(values[row..]);
            var before = new Vector<long>(results[row..]);
            (isAnd ? truths & before : truths | before).CopyTo(results[row..]);
        }

        for (; row < results.Length; row++)
            results[row] = isAnd ? results[row] & values[row] : results[row] | values[row];
    }

    public override string ToSql(SqlNames names) =>
        sql?.Invoke(names) ?? $"({string.Join(isAnd ? " AND " : " OR ", Operands.Select(operand => operand.ToSql(names)))})";
}
