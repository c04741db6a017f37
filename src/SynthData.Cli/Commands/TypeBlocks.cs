using Spectre.Console;
using SynthData.Catalogue;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Semantic types, each with a line of facts and, below it, what it is and the standard it follows.</summary>
internal static class TypeBlocks
{
    private const int NameWidth = 33;
    private const int UniqueWidth = 20;

    public static void Print(IEnumerable<TypeLine> group, Session session)
    {
        int left = session.Results.Profile.Width - NameWidth - UniqueWidth;
        foreach (SemanticType type in group.Select(line => line.Semantic!))
        {
            string unique = type.CanBeUnique ? $"unique: {TypeGrid.Magnitude(type)}" : "";
            session.Results.Line($"{type.Name,-NameWidth}{unique,-UniqueWidth}{Words.Cut(TypeGrid.Example(type), left)}");
            Indented(type.About, session);
            if (type.Standard.Length > 0)
                Indented($"Standard: {type.Standard}", session);
        }
    }

    private static void Indented(string text, Session session)
    {
        session.Results.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));
    }
}
