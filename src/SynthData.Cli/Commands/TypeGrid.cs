using System.Globalization;
using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Semantic types of one group as a table: a line each, or with what each is.</summary>
internal static class TypeGrid
{
    private const int NameWidth = 29;
    private const int GivesWidth = 8;
    private const int UniqueWidth = 17;
    private const int LocalesWidth = 8;

    /// <summary>A line for each: the example is cut to what is left of it.</summary>
    public static Table Short(IEnumerable<TypeLine> group, Session session)
    {
        int left = session.Results.Profile.Width - NameWidth - GivesWidth - UniqueWidth - LocalesWidth - 10;
        Table grid = Grids.Open("name", "gives", "unique", "locales", "example");
        grid.Columns[0].Width = NameWidth;
        grid.Columns[1].Width = GivesWidth;
        grid.Columns[2].Width = UniqueWidth;
        grid.Columns[3].Width = LocalesWidth;
        foreach (SemanticType type in group.Select(line => line.Semantic!))
            grid.Add(type.Name, type.Type.ToString(), Unique(type), Locales(type), Cut(Example(type), left));
        return grid;
    }

    /// <summary>What each is, the standard it follows, and the example whole.</summary>
    public static Table Long(IEnumerable<TypeLine> group)
    {
        Table grid = Grids.Open("name", "what", "unique", "example");
        grid.Columns[0].NoWrap();
        grid.Columns[2].NoWrap();
        foreach (SemanticType type in group.Select(line => line.Semantic!))
        {
            string what = type.Standard.Length == 0 ? type.About : $"{type.About} Standard: {type.Standard}.";
            grid.Add(type.Name, what, Unique(type), Example(type));
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

    private static string Locales(SemanticType type) =>
        type.IsAnywhere ? "all" : type.Locales.Length == 1 ? type.Locales[0].Locale : type.Locales.Length.ToString(CultureInfo.InvariantCulture);

    private static string Example(SemanticType type) => type.Example(type.Locales[0].Locale);

    private static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(1, width - 1)), "…");
}
