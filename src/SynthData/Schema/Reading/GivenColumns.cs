using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>given</c>: a column, a parent's column, or a list of them.</summary>
internal static class GivenColumns
{
    public static ImmutableArray<ExpressionText> Read(SchemaNode? node, string what, SchemaReading reading)
    {
        string where = $"'given' of {what}";
        if (node is null)
            return [];
        if (node is not ListNode list)
            return reading.Expression(node, where) is { } one ? [one] : [];
        if (list.Items.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, where, "column");
        return [.. list.Items.Select(item => reading.Expression(item, where)).OfType<ExpressionText>()];
    }
}
