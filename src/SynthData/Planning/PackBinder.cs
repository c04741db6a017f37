using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Knowledge;

namespace SynthData.Planning;

/// <summary>Takes columns of a table from a pack.</summary>
internal static class PackBinder
{
    /// <summary>Finds the pack's column in the language of the table's; null where there is none, which is told.</summary>
    public static TakenKnowledge? Take(KnowledgeColumn known, PackUse use, string locale, string column, DiagnosticBag bag)
    {
        string name = use.Name.Text;
        if (!KnowledgePacks.Names.Contains(name))
        {
            bag.Add(KnowledgeDiagnostics.UnknownPack, use.Name.Position, name, Suggestion.For(name, KnowledgePacks.Names), string.Join(", ", KnowledgePacks.Names));
            return null;
        }

        if (KnowledgePacks.Find(name, locale) is not { } pack)
        {
            bag.Add(KnowledgeDiagnostics.PackLocale, use.Name.Position, name, locale, string.Join(", ", KnowledgePacks.LocalesOf(name)));
            return null;
        }

        ImmutableArray<string> wanted = use.Columns.IsEmpty ? known.Names : [.. use.Columns.Select(one => one.Text)];
        KnowledgeColumn? found = pack.Columns.FirstOrDefault(one => wanted.All(one.Names.Contains));
        if (found is null || wanted.Length != known.Names.Length)
        {
            string there = string.Join(", ", pack.Columns.Select(one => one.Key));
            bag.Add(KnowledgeDiagnostics.PackColumn, use.Name.Position, name, $"has no column '{string.Join(", ", wanted)}'", $"Its columns are: {there}; write 'column: …'.");
            return null;
        }

        foreach ((string given, KnowledgeName mine) in use.Given.Where(one => found.Given.All(name => name.Text != one.Key)))
            bag.Add(KnowledgeDiagnostics.PackColumn, mine.Position, name, $"does not depend on '{given}'", $"It depends on: {string.Join(", ", found.Given.Select(one => one.Text))}.");
        ImmutableArray<string> names = [.. found.Names.Select(one => wanted.IndexOf(one) is >= 0 and var place ? known.Names[place] : "")];
        return new TakenKnowledge(found, names, pack.Lists, IsPack: true, use.Given.ToImmutableSortedDictionary(one => one.Key, one => one.Value.Text, StringComparer.Ordinal));
    }
}
