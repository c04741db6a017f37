using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>What there is for one locale: the types that have data of its own, a line each with a value.</summary>
/// <param name="Locale">BCP 47.</param>
internal sealed record LocaleTypesAnswer(string Locale) : CommandAnswer
{
    /// <summary>Gives the locale a filter names, ignoring case; null for none that any type has data for.</summary>
    public static string? Find(string? filter) => SemanticTypes.All.SelectMany(type => type.Locales).Select(has => has.Locale).Distinct()
        .FirstOrDefault(locale => locale != SemanticLocale.Any && string.Equals(locale, filter, StringComparison.OrdinalIgnoreCase));

    private SemanticType[] Types => [.. SemanticTypes.All.Where(type => !type.IsAnywhere && type.In(Locale) is not null)];

    public override void Print(Session session)
    {
        Table grid = Grids.Open("name", "gives", "unique", "example");
        grid.Columns[0].NoWrap();
        foreach (SemanticType type in Types)
            grid.Add(type.Name, type.Type.ToString(), TypeGrid.Unique(type.In(Locale)!.UniqueCapacity), type.Example(Locale));
        session.Results.Draw(grid);
        int same = SemanticTypes.All.Count(type => type.IsAnywhere);
        session.Results.Line(string.Create(CultureInfo.InvariantCulture, $"{same} more are the same in every locale: synthdata types"));
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (SemanticType type in Types)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteString("type", type.Type.ToString());
            json.WriteString("example", type.Example(Locale));
            json.WriteNumber("uniqueCapacity", type.In(Locale)!.UniqueCapacity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
