using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>prompt</c> and its <c>fallback</c>.</summary>
internal sealed class PromptReader(SchemaReading reading)
{
    public PromptSource? Read(MapNode map, SchemaNode node, SourceScope scope)
    {
        SourceSchema? fallback = map["fallback"] is { } written ? ReadFallback(written, scope) : null;
        if (reading.Scalar(node, $"'prompt' of {scope.What}", "a text, or true") is not { } scalar)
            return null;
        bool isFromAbout = scalar is { IsQuoted: false, Text: "true" };
        return new PromptSource(isFromAbout ? null : scalar.ToExpression(), fallback, scalar.Position);
    }

    private SourceSchema? ReadFallback(SchemaNode node, SourceScope scope)
    {
        string what = $"'fallback' of {scope.What}";
        if (reading.Map(node, what, "a source such as { template: '…' }") is not { } map)
            return null;
        SourceSchema? source = new PartReader(reading).Read(map, scope with { What = what, Position = map.Position });
        if (source is not PromptSource)
            return source;
        reading.Report(SchemaDiagnostics.ModifierDoesNotFit, source.Position, what, "prompt", "a fallback", "a column");
        return null;
    }
}
