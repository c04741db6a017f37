using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The same value in every row.</summary>
internal sealed class ConstantNode<T>(ExpressionType type, T value, Sql sql, bool isWideInSql = true) : Node(type, [])
    where T : unmanaged
{
    public T Value => value;

    public override bool IsWideInSql => isWideInSql;

    public override Column Evaluate(Scratch scratch)
    {
        Column cells = scratch.Rent<T>();
        Cells.Of<T>(cells).Fill(value);
        return cells;
    }

    public override string ToSql(SqlNames names) => sql.Write(names, []);
}

/// <summary>The same text in every row: a pool of one.</summary>
internal sealed class TextConstantNode(string value) : Node(ExpressionType.Text, [])
{
    private readonly TextPool pool = new([value]);

    public string Value => value;

    public override Column Evaluate(Scratch scratch)
    {
        TextColumn cells = scratch.RentText();
        cells.UsePool(pool);
        cells.Codes.Clear();
        return cells;
    }

    public override string ToSql(SqlNames names) => SqlNames.Quote(value);
}

/// <summary>Null in every row.</summary>
internal sealed class NullNode(ExpressionType type) : Node(type, [])
{
    public override bool IsWideInSql => true;

    public override bool MayBeNull(Func<int, bool> slots) => true;

    public override Column Evaluate(Scratch scratch)
    {
        Column cells = scratch.Rent(Type.Kind);
        cells.States.Fill(CellState.Null);
        return cells;
    }

    public override string ToSql(SqlNames names) =>
        Type.Kind == TypeKind.Null || Type.IsDuration ? "NULL" : $"CAST(NULL AS {SqlTypes.Name(Type, names.Dialect)})";
}
