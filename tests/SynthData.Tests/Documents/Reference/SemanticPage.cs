using System.Text;
using SynthData.Catalogue;
using SynthData.Cli.Commands;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>The page of one group of semantic types, all of it from the catalogue.</summary>
internal static class SemanticPage
{
    public static IEnumerable<string> Groups => SemanticTypes.All.Select(type => type.Group).Distinct();

    public static string PathOf(string group) => Repository.PathOf("docs", "reference", "semantic", $"{group}.md");

    public static string Render(string group)
    {
        SemanticType[] types = [.. SemanticTypes.All.Where(type => type.Group == group)];
        var page = new StringBuilder($"# Semantic types: {group}\n\n");
        page.Append("Generated from the catalogue; a test compares it. [`semantic`](../sources/semantic.md) says how a column takes one.\n\n");
        page.Append("Types that go with each other agree within a row. *Unique* is how many rows a `unique` column can have at most.\n");
        foreach (SemanticType type in types)
            Append(page, type);
        return page.ToString();
    }

    private static void Append(StringBuilder page, SemanticType type)
    {
        page.Append($"\n## {type.Name}\n\n{type.About}\n\n- Gives `{type.Type}`.\n");
        if (type.Standard.Length > 0)
            page.Append($"- Standard: {type.Standard}\n");
        string[] agreeing = [.. SemanticTypes.All.Where(other => other.Entity == type.Entity && other != type).Select(other => Cells.Code(other.Name))];
        if (agreeing.Length > 0)
            page.Append($"- Goes with {string.Join(", ", agreeing)}.\n");
        string stays = type.Number.Length > 0 ? "unless it, or what shows the same number, is unique" : type.CanBeUnique ? "unless it is unique" : "always";
        page.Append($"- The first rows stay when there are more: {stays}.\n");
        if (type.CanBeWeighted)
            page.Append($"- Its values may be weighted: {string.Join(", ", type.Values.Select(Cells.Code))}.\n");
        if (type.Aliases.Length > 0)
            page.Append($"- Guessed from columns called {string.Join(", ", type.Aliases.Select(Cells.Code))}.\n");
        page.Append('\n').Append(Cells.Table(["locale", "unique", "example"], type.Locales.Select(locale => (string[])
            [locale.Locale == SemanticLocale.Any ? "all" : locale.Locale, TypeGrid.Unique(locale.UniqueCapacity), Cells.Escaped(type.Example(locale.Locale))])));
    }
}
