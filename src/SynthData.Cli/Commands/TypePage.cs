using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Everything there is to say of one semantic type.</summary>
internal static class TypePage
{
    public static void Print(SemanticType type, Session session)
    {
        session.Results.Line($"{type.Name}: {type.About}");
        Table facts = Grids.Open("", "").HideHeaders();
        facts.Columns[0].NoWrap();
        facts.Add("write", $"{{ semantic: {type.Name} }}");
        facts.Add("gives", type.Type.ToString());
        if (type.Standard.Length > 0)
            facts.Add("standard", type.Standard);
        string[] agreeing = [.. SemanticTypes.All.Where(other => other.Entity == type.Entity && other != type).Select(other => other.Name)];
        if (agreeing.Length > 0)
            facts.Add("goes with", string.Join(", ", agreeing));
        facts.Add("prefix-stable", type.Number.Length > 0 ? "unless it, or what shows the same number, is unique" : type.CanBeUnique ? "unless unique" : "yes");
        if (type.Aliases.Length > 0)
            facts.Add("guessed from", string.Join(", ", type.Aliases));
        session.Results.Draw(facts);

        Table locales = Grids.Open("locale", "unique", "example");
        foreach (SemanticLocale locale in type.Locales)
            locales.Add(locale.Locale == SemanticLocale.Any ? "all" : locale.Locale, TypeGrid.Unique(locale.UniqueCapacity), type.Example(locale.Locale));
        session.Results.Draw(locales);
    }
}
