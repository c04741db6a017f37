using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a name, or a list of names without repeats.</summary>
internal static class NameList
{
    public static ImmutableArray<string> Read(SchemaNode? node, string what, SchemaReading reading)
    {
        if (node is null)
            return [];
        if (node is not ListNode list)
            return reading.Scalar(node, what, "a column or a list of columns") is { } single ? [single.Text] : [];
        if (list.Items.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, what, "column");

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (SchemaNode item in list.Items)
        {
            if (reading.Scalar(item, $"an entry of {what}", "a column") is not { } scalar)
                continue;
            if (names.Contains(scalar.Text))
                reading.Report(SchemaDiagnostics.Repeated, item.Position, what, scalar.Text);
            else
                names.Add(scalar.Text);
        }

        return names.ToImmutable();
    }
}
