using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;
using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <summary>Makes values of one type into another's: by themselves where nothing is lost, by cast where it is said.</summary>
internal static class Conversion
{
    /// <summary>Converts to a type that the node's type becomes by itself.</summary>
    public static Node Implicit(Node node, ExpressionType to)
    {
        if (node.Type == to)
            return node;
        Sql same = new("{0}");
        Node converted = (node.Type.Kind, to.Kind) switch
        {
            (TypeKind.Null, _) => new NullNode(to),
            (TypeKind.Int, TypeKind.Decimal) => new UnaryNode<long, Int128, IntToDecimal>(to, node, new IntToDecimal(to.Scale), same),
            (TypeKind.Int, TypeKind.Double) => new UnaryNode<long, double, IntToDouble>(to, node, default, AsDouble),
            (TypeKind.Decimal, TypeKind.Decimal) =>
                new UnaryNode<Int128, Int128, RescaleDecimal>(to, node, new RescaleDecimal(node.Type.Scale, to.Scale), Widened(node, to), EvaluationDiagnostics.Overflow),
            (TypeKind.Decimal, TypeKind.Double) => new UnaryNode<Int128, double, DecimalToDouble>(to, node, new DecimalToDouble(node.Type.Scale), AsDouble),
            (TypeKind.Date, TypeKind.Timestamp) => new UnaryNode<long, long, Midnight>(to, node, default, new Sql("CAST({0} AS TIMESTAMP)")),
            (TypeKind.WholeDuration, TypeKind.FineDuration) => new UnaryNode<Int128, Int128, KeepKernel<Int128>>(to, node, default, same),
            _ => throw new InvalidOperationException($"{node.Type} does not become {to}."),
        };
        converted.Place = node.Place;
        return converted;
    }

    /// <summary>Converts as <c>cast</c> says, into the range and scale of a column type; null where that has no meaning.</summary>
    public static Node? Explicit(Node node, ColumnType to)
    {
        ExpressionType type = ExpressionType.Of(to);
        Node? converted = node.Type.Kind switch
        {
            TypeKind.Null => new NullNode(type),
            TypeKind.Text => FromText(node, to),
            _ when to.IsText => ToText(node),
            _ => Between(node, type),
        };
        if (converted is null)
            return null;
        Node checkedNode = Check(converted, to);
        checkedNode.Place = converted.Place = node.Place;
        return checkedNode;
    }

    // Of two decimals of 38 digits, DuckDB keeps the places of the one with fewer.
    private static Sql Widened(Node node, ExpressionType to) =>
        node.IsWideInSql ? new($"CAST({{0}} AS {SqlTypes.Name(to, SqlDialect.DuckDb)})", "{0}", IsWide: true) : new("{0}");

    private static Sql AsDouble => new("CAST({0} AS DOUBLE)", "CAST({0} AS DOUBLE PRECISION)");

    private static Node? Between(Node node, ExpressionType to)
    {
        Sql toInt = new("CAST({0} AS BIGINT)");
        Sql toDecimal = new($"CAST({{0}} AS {SqlTypes.Name(to, SqlDialect.DuckDb)})");
        DiagnosticDescriptor overflow = EvaluationDiagnostics.Overflow;
        return (node.Type.Kind, to.Kind) switch
        {
            (TypeKind.Int, TypeKind.Decimal) => new UnaryNode<long, Int128, IntToDecimal>(to, node, new IntToDecimal(to.Scale), toDecimal),
            (TypeKind.Bool, TypeKind.Int) => new UnaryNode<long, long, KeepKernel<long>>(
                to, node, default, new Sql("CAST({0} AS BIGINT)", "CAST(CAST({0} AS INTEGER) AS BIGINT)")),
            (TypeKind.Decimal, TypeKind.Int) => new UnaryNode<Int128, long, DecimalToInt>(to, node, new DecimalToInt(node.Type.Scale), toInt, overflow),
            (TypeKind.Double, TypeKind.Int) => new UnaryNode<double, long, DoubleToInt>(
                to, node, default, new Sql("CAST(ROUND({0}) AS BIGINT)", "CAST(ROUND(CAST({0} AS NUMERIC)) AS BIGINT)"), overflow),
            (TypeKind.Double, TypeKind.Decimal) => new UnaryNode<double, Int128, DoubleToDecimal>(to, node, new DoubleToDecimal(to.Scale), toDecimal, overflow),
            (TypeKind.Decimal, TypeKind.Decimal) when node.Type != to =>
                new UnaryNode<Int128, Int128, RescaleDecimal>(to, node, new RescaleDecimal(node.Type.Scale, to.Scale), toDecimal, overflow),
            (TypeKind.Timestamp, TypeKind.Date) => new UnaryNode<long, long, DayOfMoment>(to, node, default, new Sql("CAST({0} AS DATE)")),
            (TypeKind.Timestamp, TypeKind.Time) => new UnaryNode<long, long, TimeOfMoment>(to, node, default, new Sql("CAST({0} AS TIME)")),
            _ => node.Type.Becomes(to) ? Implicit(node, to) : null,
        };
    }

    private static Node Check(Node node, ColumnType to) => to.Kind switch
    {
        ColumnKind.Int32 => new UnaryNode<long, long, CheckInt>(
            node.Type, node, new CheckInt(int.MinValue, int.MaxValue), new Sql("CAST({0} AS INTEGER)", IsWide: false), EvaluationDiagnostics.Overflow),
        ColumnKind.Decimal => new UnaryNode<Int128, Int128, CheckDecimal>(
            node.Type, node, new CheckDecimal(to.Precision), new Sql($"CAST({{0}} AS DECIMAL({to.Precision},{to.Scale}))", IsWide: false),
            EvaluationDiagnostics.Overflow),
        _ => node,
    };

    private static RowNode? ToText(Node node)
    {
        if (node.Type.Column is not { } column)
            return null;
        Sql sql = node.Type.Kind == TypeKind.Timestamp
            ? new("REPLACE(CAST({0} AS VARCHAR), ' ', 'T')", "REPLACE(CAST({0} AS TEXT), ' ', 'T')")
            : new("CAST({0} AS VARCHAR)", "CAST({0} AS TEXT)");
        RowKernel kernel = node.Type.Kind == TypeKind.Decimal
            ? (operands, row, target) => PrintDecimal(((Int128Column)operands[0])[row], column.Scale, (TextColumn)target, row)
            : (operands, row, target) => Print(operands[0], row, column, (TextColumn)target);
        return new RowNode(ExpressionType.Text, [node], kernel, sql);
    }

    private static CellState Print(Column cells, int row, ColumnType type, TextColumn target)
    {
        Span<char> buffer = stackalloc char[64];
        target.Set(row, buffer[..CellText.Format(cells, row, type, buffer)]);
        return CellState.Value;
    }

    private static CellState PrintDecimal(Int128 value, int scale, TextColumn target, int row)
    {
        target.Set(row, Constants.Print(value, scale));
        return CellState.Value;
    }

    private static Node FromText(Node node, ColumnType to)
    {
        ExpressionType type = ExpressionType.Of(to);
        if (to.Kind == ColumnKind.String)
            return node;
        Sql sql = new($"CAST({{0}} AS {SqlTypes.Name(type, SqlDialect.DuckDb)})", $"CAST({{0}} AS {SqlTypes.Name(type, SqlDialect.Postgres)})");
        RowKernel kernel = to.Kind == ColumnKind.Decimal
            ? (operands, row, target) => ReadDecimal(((TextColumn)operands[0])[row], to, (Int128Column)target, row)
            : (operands, row, target) => CellText.TryParse(((TextColumn)operands[0])[row], to, target, row) ? CellState.Value : CellState.Error;
        return new RowNode(type, [node], kernel, sql, EvaluationDiagnostics.BadText);
    }

    private static CellState ReadDecimal(ReadOnlySpan<char> text, ColumnType type, Int128Column target, int row)
    {
        bool isRead = CellText.TryParseDecimal(text, type, out long scaled);
        target[row] = scaled;
        return isRead ? CellState.Value : CellState.Error;
    }
}
