using SynthData.Batches;
using SynthData.Expressions.Nodes;
using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>Folds cells into one for each group, in the order in which they are added.</summary>
/// <remarks>Nulls are left out; an error cell makes its group's result an error. Sums are exact but those of doubles. Not thread-safe.</remarks>
internal sealed class AggregateFold(AggregateKind kind, ColumnType result)
{
    private long[] counts = [];
    private bool[] hasFailed = [];
    private Int128[] wholes = [];
    private double[] reals = [];
    private string?[] texts = [];

    /// <summary>Counts rows, for a count without a column.</summary>
    public void AddRows(int group, long rows)
    {
        Ensure(group);
        counts[group] += rows;
    }

    /// <summary>Adds a cell.</summary>
    public void Add(Column cells, int row, int group)
    {
        Ensure(group);
        CellState state = cells.States[row];
        hasFailed[group] |= state == CellState.Error;
        if (state != CellState.Value)
            return;
        bool isFirst = counts[group]++ == 0;
        if (kind == AggregateKind.Count)
            return;
        switch (cells)
        {
            case Int64Column whole:
                wholes[group] = isFirst ? whole[row] : Join(wholes[group], whole[row]);
                break;
            case DoubleColumn real:
                reals[group] = isFirst ? real[row] : Join(reals[group], real[row]);
                break;
            case TextColumn text when isFirst || IsNearer(text[row], texts[group]):
                texts[group] = text[row].ToString();
                break;
        }
    }

    /// <summary>Writes a group's result; a group to which nothing was added is one of no rows.</summary>
    public void Write(int group, Column target, int row)
    {
        Ensure(group);
        bool isOfNone = counts[group] == 0;
        target.States[row] = hasFailed[group] ? CellState.Error
            : isOfNone && kind is not (AggregateKind.Sum or AggregateKind.Count) ? CellState.Null
            : CellState.Value;
        if (target.States[row] != CellState.Value)
            return;
        switch (target)
        {
            case Int64Column whole:
                Int128 value = kind == AggregateKind.Count ? counts[group] : wholes[group];
                target.States[row] = Fits(value) ? CellState.Value : CellState.Error;
                whole[row] = Fits(value) ? (long)value : 0;
                break;
            case DoubleColumn real:
                target.States[row] = double.IsFinite(reals[group]) ? CellState.Value : CellState.Error;
                real[row] = reals[group];
                break;
            case TextColumn text:
                text.Set(row, texts[group]);
                break;
        }
    }

    private Int128 Join(Int128 one, long other) => kind switch
    {
        AggregateKind.Sum => one + other,
        AggregateKind.Min or AggregateKind.BoolAnd => Int128.Min(one, other),
        _ => Int128.Max(one, other),
    };

    private double Join(double one, double other) => kind switch
    {
        AggregateKind.Sum => one + other,
        AggregateKind.Min => Math.Min(one, other),
        _ => Math.Max(one, other),
    };

    private bool IsNearer(ReadOnlySpan<char> text, string? nearest) =>
        kind == AggregateKind.Min ? TextCompare.Compare(text, nearest) < 0 : TextCompare.Compare(text, nearest) > 0;

    private bool Fits(Int128 value) => result.Kind == ColumnKind.Decimal
        ? Int128.Abs(value) < CellText.PowerOfTen(result.Precision)
        : value >= long.MinValue && value <= long.MaxValue;

    private void Ensure(int group)
    {
        if (group < counts.Length)
            return;
        int size = Math.Max(group + 1, Math.Max(64, counts.Length * 2));
        Array.Resize(ref counts, size);
        Array.Resize(ref hasFailed, size);
        Array.Resize(ref wholes, size);
        Array.Resize(ref reals, size);
        Array.Resize(ref texts, size);
    }
}
