using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>references</c> and its modifiers, and single targets such as that of <c>to</c>.</summary>
internal sealed class ReferenceReader(SchemaReading reading)
{
    public ReferenceSource? Read(MapNode map, SchemaNode node, SourceScope scope)
    {
        string where = $"'references' of {scope.What}";
        ImmutableArray<ReferenceTarget?> targets = node is ListNode list
            ? [.. list.Items.Select(item => Target(item, where))]
            : [Target(node, where)];
        double? zipf = map["skew"] is { } skew ? ReadSkew(skew, scope) : null;
        SchemaScalar? distinct = map["distinct"] is { } column
            ? reading.Scalar(column, $"'distinct' of {scope.What}", "a column of this table")?.ToScalar()
            : null;
        bool isEarlier = reading.Flag(map["earlier"], $"'earlier' of {scope.What}", otherwise: false);
        ExpressionText? weight = map["weight"] is { } weighed ? ReadWeight(weighed, scope) : null;
        ExpressionText? filter = reading.Expression(map["where"], $"'where' of {scope.What}");
        if (targets.Contains(null))
            return null;

        ImmutableArray<ReferenceTarget> known = [.. targets.OfType<ReferenceTarget>()];
        if (known.Length != scope.NameCount)
        {
            reading.Report(SchemaDiagnostics.ReferenceShape, node.Position, scope.What, scope.NameCount, known.Length);
            return null;
        }

        return new ReferenceSource(known, node.Position) { Zipf = zipf, Distinct = distinct, IsEarlier = isEarlier, Weight = weight, Where = filter };
    }

    /// <summary>Reads <c>table.column</c>; the table's name ends at the first dot.</summary>
    public ReferenceTarget? Target(SchemaNode node, string where)
    {
        if (reading.Scalar(node, where, "table.column, such as customers.id") is not { } scalar)
            return null;
        int dot = scalar.Text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < scalar.Text.Length - 1 && Names.IsPlain(scalar.Text[..dot]))
            return new ReferenceTarget(scalar.Text[..dot], scalar.Text[(dot + 1)..], scalar.Content);
        reading.Report(SchemaDiagnostics.BadReference, scalar.Position, where, scalar.Text);
        return null;
    }

    private ExpressionText? ReadWeight(SchemaNode node, SourceScope scope)
    {
        string where = $"'weight' of {scope.What}";
        const string expected = "a column of the parent, such as products.popularity";
        if (reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        if (scalar.Text.Split('.') is { Length: >= 2 } path && path.All(name => name.Length > 0))
            return scalar.ToExpression();
        reading.BadLiteral(scalar, where, expected);
        return null;
    }

    private double? ReadSkew(SchemaNode node, SourceScope scope)
    {
        string where = $"'skew' of {scope.What}";
        if (node is not MapNode map)
        {
            reading.WrongShape(node, where, "{ zipf: 1.1 }");
            return null;
        }

        reading.CheckKeys(map, where, ["zipf"]);
        if (map["zipf"] is not { } exponent || reading.Scalar(exponent, where, "a number above 0") is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal value) && value > 0)
            return double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        reading.BadLiteral(scalar, where, "a number above 0");
        return null;
    }
}
