using System.Text.RegularExpressions;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Architecture;

/// <summary>A file of the library: where it lies and which namespaces it names.</summary>
internal sealed partial record SourceFile(string Path, string Folder, string? Namespace, IReadOnlyList<string> Used)
{
    public static IReadOnlyList<SourceFile> Library { get; } = [.. Read(Repository.PathOf("src", "SynthData"))];

    private static IEnumerable<SourceFile> Read(string root)
    {
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/');
            if (path.StartsWith("obj/", StringComparison.Ordinal) || path.StartsWith("bin/", StringComparison.Ordinal))
                continue;
            string folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
            string text = File.ReadAllText(file);
            Match declared = Declaration().Match(text);
            yield return new SourceFile(path, folder, declared.Success ? declared.Groups[1].Value : null, [.. Named(text)]);
        }
    }

    // 'using' lines, aliases and statics among them, and names written out from the root in the code.
    private static IEnumerable<string> Named(string text) =>
        Using().Matches(text).Select(match => match.Groups[1].Value)
            .Concat(Qualified().Matches(text).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(?:global::)?([A-Z][\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w."" /])(?:SynthData|YamlDotNet|CsvHelper|Parquet|ZstdSharp|Polly|OpenAI|DuckDB|System\.ClientModel|Microsoft\.Extensions)(?:\.[A-Z]\w*)+")]
    private static partial Regex Qualified();
}
