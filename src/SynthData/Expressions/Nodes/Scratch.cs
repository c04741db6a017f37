using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The columns that one evaluation writes to, from the scratch of its frame. Owned by one call at a time.</summary>
internal sealed class Scratch
{
    private readonly List<Column> taken = [];
    private readonly Dictionary<Node, Column> shared = new(ReferenceEqualityComparer.Instance);
    private Frame? frame;

    public Frame Frame => frame ?? throw new InvalidOperationException("The scratch is not in use.");

    public int Count => Frame.Count;

    public void Begin(Frame evaluated) => frame = evaluated;

    /// <summary>Gives every column back but one, which the caller keeps.</summary>
    public void End(Column? kept)
    {
        foreach (Column column in taken)
        {
            if (!ReferenceEquals(column, kept))
                Frame.Scratch.Return(column);
        }

        taken.Clear();
        shared.Clear();
        frame = null;
    }

    /// <summary>A column of <see cref="Count"/> cells, all of them values not yet set.</summary>
    public Column Rent<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            return Took(Frame.Scratch.TakeInt64(Count));
        return typeof(T) == typeof(double) ? Took(Frame.Scratch.TakeDouble(Count)) : Took(Frame.Scratch.TakeInt128(Count));
    }

    /// <summary>Evaluates an operand once for all who share it.</summary>
    public Column Share(Node owner, Node operand)
    {
        if (!shared.TryGetValue(owner, out Column? cells))
            shared.Add(owner, cells = operand.Evaluate(this));
        return cells;
    }

    public TextColumn RentText() => Took(Frame.Scratch.TakeText(Count));

    public Column Rent(TypeKind kind) => kind switch
    {
        TypeKind.Text or TypeKind.Null => RentText(),
        TypeKind.Double => Rent<double>(),
        TypeKind.Decimal or TypeKind.Uuid or TypeKind.WholeDuration or TypeKind.FineDuration => Rent<Int128>(),
        _ => Rent<long>(),
    };

    private TColumn Took<TColumn>(TColumn column)
        where TColumn : Column
    {
        taken.Add(column);
        return column;
    }
}
