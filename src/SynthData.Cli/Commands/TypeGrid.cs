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
    private const int LeastExample = 12;
    private const int Gap = 2;

    private static readonly int NameWidth = SemanticTypes.All.Max(type => type.Name.Length);

    /// <summary>A line for each: names never wrap, and the example is cut to what is left. Where little is left, capacity and locales give way to it.</summary>
    public static Table Short(IEnumerable<TypeLine> group, Session session)
    {
        int left = session.Results.Profile.Width - NameWidth - GivesWidth - 3 * Gap;
        int beside = UniqueWidth + LocalesWidth + 2 * Gap;
        bool isNarrow = left - beside < LeastExample;
        Table grid = isNarrow ? Grids.Open("name", "gives", "example") : Grids.Open("name", "gives", "unique", "locales", "example");
        int[] widths = isNarrow ? [NameWidth, GivesWidth] : [NameWidth, GivesWidth, UniqueWidth, LocalesWidth];
        for (int column = 0; column < widths.Length; column++)
        {
            grid.Columns[column].Width = widths[column];
            grid.Columns[column].NoWrap();
        }

        foreach (SemanticType type in group.Select(line => line.Semantic!))
        {
            string example = Words.Cut(Example(type), isNarrow ? left : left - beside);
            string[] facts = isNarrow ? [] : [Magnitude(type), Locales(type)];
            grid.Add([type.Name, type.Type.ToString(), .. facts, example]);
        }

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
}
