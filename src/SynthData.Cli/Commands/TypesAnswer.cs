using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Lines of the catalogue: all of it in short, a part of it with more, one alone with everything.</summary>
/// <param name="Lines">Group by group.</param>
/// <param name="IsWhole">Whether nothing was left out.</param>
internal sealed record TypesAnswer(ImmutableArray<TypeLine> Lines, bool IsWhole) : CommandAnswer
{
    public override void Print(Session session)
    {
        if (Lines is [{ Semantic: { } type }])
        {
            TypePage.Print(type, session);
            return;
        }

        foreach (IGrouping<string, TypeLine> group in Lines.GroupBy(line => line.Group))
        {
            session.Results.Line(group.Key);
            if (group.First().Semantic is null)
                session.Results.Draw(Ways(group));
            else if (IsWhole)
                session.Results.Draw(TypeGrid.Short(group, session));
            else
                TypeBlocks.Print(group, session);
        }

        if (IsWhole)
            session.Results.Line("More: synthdata types finance, synthdata types finance.iban, synthdata types de-DE");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (TypeLine line in Lines)
        {
            json.WriteStartObject();
            json.WriteString("group", line.Group);
            json.WriteString("name", line.Name);
            json.WriteString("type", line.Type);
            json.WriteString("prefixStable", line.Stability);
            json.WriteString("about", line.About);
            json.WriteString("example", line.Example);
            if (line.Semantic is { } type)
                WriteSemantic(json, type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Table Ways(IEnumerable<TypeLine> group)
    {
        Table grid = Grids.Open("name", "gives", "prefix-stable", "what", "example");
        foreach (TypeLine line in group)
            grid.Add(line.Name, line.Type, line.Stability, line.About, line.Example);
        return grid;
    }

    private static void WriteSemantic(Utf8JsonWriter json, SemanticType type)
    {
        json.WriteString("entity", type.Entity);
        json.WriteString("standard", type.Standard);
        json.WriteStartArray("locales");
        foreach (SemanticLocale locale in type.Locales)
        {
            json.WriteStartObject();
            json.WriteString("locale", locale.Locale);
            json.WriteString("example", type.Example(locale.Locale));
            json.WriteNumber("uniqueCapacity", locale.UniqueCapacity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("names");
        foreach (string alias in type.Aliases)
            json.WriteStringValue(alias);
        json.WriteEndArray();
    }
}
