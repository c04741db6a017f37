using System.Globalization;
using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Semantic types of one group as a table: a line each.</summary>
internal static class TypeGrid
{
    private const int GivesWidth = 6;
    private const int UniqueWidth = 11;
    private const int LocalesWidth = 7;
    private const int Gaps = 8;

    private static readonly int NameWidth = SemanticTypes.All.Max(type => type.Name.Length);

    /// <summary>A line for each: names never wrap, and the example is cut to what is left.</summary>
    public static Table Short(IEnumerable<TypeLine> group, Session session)
    {
        int left = session.Results.Profile.Width - NameWidth - GivesWidth - UniqueWidth - LocalesWidth - Gaps - 2;
        Table grid = Grids.Open("name", "gives", "unique", "locales", "example");
        int[] widths = [NameWidth, GivesWidth, UniqueWidth, LocalesWidth];
        for (int column = 0; column < widths.Length; column++)
        {
            grid.Columns[column].Width = widths[column];
            grid.Columns[column].NoWrap();
        }

        foreach (SemanticType type in group.Select(line => line.Semantic!))
            grid.Add(type.Name, type.Type.ToString(), Magnitude(type), Locales(type), Cut(Example(type), left));
        return grid;
    }

    /// <summary>How many rows a unique column can have, in words; of locales the widest.</summary>
    public static string Unique(SemanticType type) => Unique(type.Locales.Max(locale => locale.UniqueCapacity));

    public static string Unique(long capacity) => capacity switch
    {
        0 => "no",
        long.MaxValue => "any number",
        _ => capacity.ToString("N0", CultureInfo.InvariantCulture),
    };

    // Above a billion the order is enough here; the type's own page has the number.
    public static string Magnitude(SemanticType type)
    {
        long capacity = type.Locales.Max(locale => locale.UniqueCapacity);
        if (capacity is < 1_000_000_000 or long.MaxValue)
            return Unique(capacity);
        int digits = capacity.ToString(CultureInfo.InvariantCulture).Length;
        return string.Create(CultureInfo.InvariantCulture, $"10^{digits - 1} up");
    }

    private static string Locales(SemanticType type) =>
        type.IsAnywhere ? "all" : type.Locales.Length == 1 ? type.Locales[0].Locale : type.Locales.Length.ToString(CultureInfo.InvariantCulture);

    public static string Example(SemanticType type) => type.Example(type.Locales[0].Locale);

    public static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(1, width - 1)), "…");
}
