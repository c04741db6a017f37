using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Reads one entry of a pool.</summary>
/// <param name="author">Of an entry that does not say.</param>
/// <param name="names">The columns that it fills.</param>
/// <param name="given">The columns that its odds may name.</param>
internal sealed class EntryReader(SchemaReading reading, KnowledgeAuthor author, ImmutableArray<string> names, ImmutableArray<KnowledgeName> given)
{
    public KnowledgeEntry? Read(SchemaNode node, string what)
    {
        if (node is ScalarNode { IsNull: false })
            return ReadTexts(node, what) is { } plain ? new KnowledgeEntry(plain, 1, node.Position) { By = author } : null;
        if (reading.Map(node, what, "a text, or a map with 'text'") is not { } map)
            return null;
        reading.CheckKeys(map, what, ["id", "text", "w", "by", "odds"]);
        if (map["text"] is not { } written)
        {
            reading.WrongShape(map, what, "a map with 'text'");
            return null;
        }

        return ReadTexts(written, what) is not { } texts ? null : new KnowledgeEntry(texts, ItemReader.ReadWeight(map, what, reading), node.Position)
        {
            Id = reading.Text(map["id"], $"'id' of {what}"),
            By = ReadAuthor(map["by"], what),
            Odds = ReadOdds(map["odds"], what),
        };
    }

    private KnowledgeAuthor ReadAuthor(SchemaNode? node, string what)
    {
        if (node is null || reading.Scalar(node, $"'by' of {what}", "'hand' or 'model'") is not { } scalar)
            return author;
        if (scalar.Text is not ("hand" or "model"))
            reading.BadLiteral(scalar, $"'by' of {what}", "'hand' or 'model'");
        return scalar.Text == "model" ? KnowledgeAuthor.Model : KnowledgeAuthor.Hand;
    }

    private ImmutableArray<KnowledgeText>? ReadTexts(SchemaNode node, string what)
    {
        if (names.Length == 1)
            return reading.Scalar(node, $"'text' of {what}", "a text") is { } only && TextReader.Read(only, reading, what) is { } one ? [one] : null;
        if (reading.Map(node, $"'text' of {what}", $"a map with {string.Join(", ", names)}") is not { } map)
            return null;
        reading.CheckKeys(map, $"'text' of {what}", names);
        var texts = ImmutableArray.CreateBuilder<KnowledgeText>();
        foreach (string name in names)
        {
            if (map[name] is not { } written)
                reading.Report(KnowledgeDiagnostics.ColumnMissing, map.Position, what, name, string.Join(", ", names));
            else if (reading.Scalar(written, $"'{name}' of {what}", "a text") is { } scalar && TextReader.Read(scalar, reading, what) is { } text)
                texts.Add(text);
        }

        return texts.Count == names.Length ? texts.ToImmutable() : null;
    }

    private ImmutableArray<EntryOdds> ReadOdds(SchemaNode? node, string what)
    {
        if (node is null || reading.Map(node, $"'odds' of {what}", "a map from column to factors by value") is not { } map)
            return [];
        var odds = ImmutableArray.CreateBuilder<EntryOdds>();
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is not { } column || reading.Map(entry.Value, $"'{entry.Text}' in 'odds' of {what}", "a map from value to factor") is not { } factors)
                continue;
            if (given.All(name => name.Text != column))
                reading.Report(KnowledgeDiagnostics.NotGiven, entry.Position, what, column, string.Join(", ", given.Select(name => name.Text)));
            odds.Add(new EntryOdds(new KnowledgeName(column, entry.Position), [.. factors.Entries.Select(factor => ReadFactor(factor, what)).OfType<(SchemaScalar, decimal)>()]));
        }

        return odds.ToImmutable();
    }

    private (SchemaScalar Value, decimal Factor)? ReadFactor(MapEntry entry, string what)
    {
        if (entry.Key is not ScalarNode value || reading.Scalar(entry.Value, $"a factor in 'odds' of {what}", "a number from 0") is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal factor) && factor >= 0)
            return (value.ToScalar(), factor);
        reading.BadLiteral(scalar, $"a factor in 'odds' of {what}", "a number from 0");
        return null;
    }
}
