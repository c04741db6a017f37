using System.Buffers;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>Compares two texts; a pooled column against a constant compares each text of the pool once.</summary>
internal sealed class TextCompareNode(Node left, Node right, string comparison) : Node(ExpressionType.Bool, [left, right])
{
    public override Column Evaluate(Scratch scratch)
    {
        var left = (TextColumn)Operands[0].Evaluate(scratch);
        var right = (TextColumn)Operands[1].Evaluate(scratch);
        Column target = scratch.Rent<long>();
        Span<CellState> states = target.States;
        Span<long> results = Cells.Of<long>(target);
        StateOf.Both(left, right, states);
        if (left.Pool is { } pool && right.Pool is { Count: 1 } constant && pool.Count <= scratch.Count)
        {
            ByCode(left.Codes, pool, constant[0], results, states);
            return target;
        }

        for (int row = 0; row < results.Length; row++)
        {
            if (states[row] == CellState.Value)
                results[row] = Holds(left[row], right[row]);
        }

        return target;
    }

    public override string ToSql(SqlNames names)
    {
        string collation = comparison is "=" or "<>" ? "" : SqlNames.ByCodePoint(names.Dialect);
        return $"({Operands[0].ToSql(names)} {comparison} {Operands[1].ToSql(names)}{collation})";
    }

    private void ByCode(ReadOnlySpan<int> codes, TextPool pool, string constant, Span<long> results, ReadOnlySpan<CellState> states)
    {
        long[] answers = ArrayPool<long>.Shared.Rent(pool.Count);
        for (int code = 0; code < pool.Count; code++)
            answers[code] = Holds(pool[code], constant);
        for (int row = 0; row < results.Length; row++)
        {
            if (states[row] == CellState.Value)
                results[row] = answers[codes[row]];
        }

        ArrayPool<long>.Shared.Return(answers);
    }

    private long Holds(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => comparison switch
    {
        "=" => left.SequenceEqual(right),
        "<>" => !left.SequenceEqual(right),
        "<" => TextCompare.Compare(left, right) < 0,
        "<=" => TextCompare.Compare(left, right) <= 0,
        ">" => TextCompare.Compare(left, right) > 0,
        _ => TextCompare.Compare(left, right) >= 0,
    }
        ? 1
        : 0;
}
