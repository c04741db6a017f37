using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using SynthData.Diagnostics;

namespace SynthData.Knowledge;

/// <summary>The packs that ship with the program: one file a pack and language, in <c>schemas/packs</c> of the repository.</summary>
internal static class KnowledgePacks
{
    private const string Prefix = "packs/";

    private static readonly ConcurrentDictionary<string, KnowledgeFile> Read = new(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Known = Find();

    public static ImmutableArray<string> Names => [.. Known.Keys];

    /// <summary>The languages of a pack, such as <c>en</c>.</summary>
    public static ImmutableArray<string> LocalesOf(string pack) => Known[pack];

    /// <summary>Finds a pack in the language of a locale; null where it is not written in it.</summary>
    public static KnowledgeFile? Find(string pack, string locale)
    {
        string language = locale.Split('-')[0];
        return Known.TryGetValue(pack, out ImmutableArray<string> languages) && languages.Contains(language)
            ? Read.GetOrAdd($"{pack}/{language}.yaml", Open)
            : null;
    }

    private static KnowledgeFile Open(string path)
    {
        using Stream stream = typeof(KnowledgePacks).Assembly.GetManifestResourceStream(Prefix + path)!;
        using var reader = new StreamReader(stream);
        var bag = new DiagnosticBag();
        KnowledgeFile? file = KnowledgeReader.ReadText(reader.ReadToEnd(), bag, $"packs/{path}");
        bag.ThrowIfErrors();
        return file!;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Find() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..].Split('/'))
        .GroupBy(parts => parts[0], parts => parts[1][..^".yaml".Length])
        .ToImmutableSortedDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
}
