using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>cases</c>: each a condition and a source, the last an <c>else</c>.</summary>
internal sealed class CasesReader(SchemaReading reading)
{
    public CasesSource? Read(SchemaNode node, SourceScope scope)
    {
        string what = $"'cases' of {scope.What}";
        if (node is not ListNode list)
        {
            reading.WrongShape(node, what, "a list of { when: …, SOURCE } and { else: { SOURCE } }");
            return null;
        }

        if (list.Items.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, what, "case");
        int before = reading.Reported;
        var cases = ImmutableArray.CreateBuilder<CaseSchema>(list.Items.Length);
        bool isClosed = false;
        for (int index = 0; index < list.Items.Length; index++)
        {
            string one = $"case {index + 1} of {scope.What}";
            if (reading.Map(list.Items[index], one, "{ when: …, SOURCE } or { else: { SOURCE } }") is not { } map)
                continue;
            if (isClosed)
                reading.Report(SchemaDiagnostics.CaseOrder, map.Position, one);
            isClosed |= map.Has("else");
            if (ReadCase(map, scope with { What = one, Position = map.Position }) is { } read)
                cases.Add(read);
        }

        return reading.Reported > before ? null : new CasesSource(cases.ToImmutable(), list.Position);
    }

    private CaseSchema? ReadCase(MapNode map, SourceScope scope)
    {
        var reader = new PartReader(reading);
        foreach (MapEntry entry in map.Entries.Concat((map["else"] as MapNode)?.Entries ?? []).Where(entry => entry.Text == "exact"))
            reading.Report(SchemaDiagnostics.Later, entry.Position, $"'exact' in {scope.What}");

        // Sorted are all draws of a parent, not those of the rows that a case holds for.
        foreach (MapEntry entry in map.Entries.Concat((map["else"] as MapNode)?.Entries ?? []).Where(entry => entry.Text == "ordered"))
            reading.Report(SchemaDiagnostics.NotInCase, entry.Position, scope.What, entry.Text);
        if (map["else"] is { } otherwise)
        {
            reading.CheckKeys(map, scope.What, ["else"]);
            return reading.Map(otherwise, $"'else' of {scope.What}", "a source such as { constant: 0 }") is { } last
                && reader.Read(last, scope) is { } lastSource
                ? new CaseSchema(null, lastSource, map.Position)
                : null;
        }

        if (map["when"] is not { } condition)
        {
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, scope.What, "when", "CONDITION");
            return null;
        }

        ExpressionText? when = reading.Expression(condition, $"'when' of {scope.What}");
        SourceSchema? source = reader.Read(map, scope, "when");
        return when is null || source is null ? null : new CaseSchema(when, source, map.Position);
    }
}
