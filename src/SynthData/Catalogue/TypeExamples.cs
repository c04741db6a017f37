using System.Collections.Frozen;

namespace SynthData.Catalogue;

/// <summary>A value of every semantic type in each of its locales, read when first asked for. Thread-safe.</summary>
/// <remarks>A test writes the list: each is what row 1 of a table called <c>examples</c> holds with the seed 1.</remarks>
internal static class TypeExamples
{
    private static readonly Lazy<FrozenDictionary<(string Type, string Locale), string>> All = new(Read);

    public static string Of(string type, string locale) => All.Value.TryGetValue((type, locale), out string? example) ? example : "";

    private static FrozenDictionary<(string Type, string Locale), string> Read()
    {
        using Stream file = typeof(TypeExamples).Assembly.GetManifestResourceStream("Examples.txt")!;
        using var reader = new StreamReader(file);
        Dictionary<(string, string), string> examples = [];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            examples.Add((fields[0], fields[1]), fields[2]);
        }

        return examples.ToFrozenDictionary();
    }
}
