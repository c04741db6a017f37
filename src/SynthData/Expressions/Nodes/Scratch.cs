using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The columns that one evaluation writes to. Owned by one call at a time; kept between calls to save the allocations.</summary>
internal sealed class Scratch
{
    private readonly Shelf<Int64Column> longs = new();
    private readonly Shelf<DoubleColumn> doubles = new();
    private readonly Shelf<Int128Column> wides = new();
    private readonly Shelf<TextColumn> texts = new();
    private readonly Dictionary<Node, Column> shared = new(ReferenceEqualityComparer.Instance);
    private Frame? frame;

    public Frame Frame => frame ?? throw new InvalidOperationException("The scratch is not in use.");

    public int Count => Frame.Count;

    public void Begin(Frame evaluated) => frame = evaluated;

    /// <summary>Takes every column back but one, which the caller keeps.</summary>
    public void End(Column? kept)
    {
        longs.Return(kept);
        doubles.Return(kept);
        wides.Return(kept);
        texts.Return(kept);
        shared.Clear();
        frame = null;
    }

    /// <summary>A column of <see cref="Count"/> cells, all of them values not yet set.</summary>
    public Column Rent<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            return longs.Rent(Count);
        return typeof(T) == typeof(double) ? doubles.Rent(Count) : wides.Rent(Count);
    }

    /// <summary>Evaluates an operand once for all who share it.</summary>
    public Column Share(Node owner, Node operand)
    {
        if (!shared.TryGetValue(owner, out Column? cells))
            shared.Add(owner, cells = operand.Evaluate(this));
        return cells;
    }

    public TextColumn RentText() => texts.Rent(Count);

    public Column Rent(TypeKind kind) => kind switch
    {
        TypeKind.Text or TypeKind.Null => texts.Rent(Count),
        TypeKind.Double => doubles.Rent(Count),
        TypeKind.Decimal or TypeKind.Uuid or TypeKind.WholeDuration or TypeKind.FineDuration => wides.Rent(Count),
        _ => longs.Rent(Count),
    };

    private sealed class Shelf<TColumn>
        where TColumn : Column, new()
    {
        private readonly List<TColumn> columns = [];
        private int used;

        public TColumn Rent(int count)
        {
            if (used == columns.Count)
                columns.Add(new TColumn());
            TColumn column = columns[used++];
            column.Reset(count);
            return column;
        }

        public void Return(Column? kept)
        {
            used = 0;
            if (kept is TColumn column)
                columns.Remove(column);
        }
    }
}
