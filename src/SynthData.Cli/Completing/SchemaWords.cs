using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Cli.Completing;

/// <summary>Words that only the schema on the line knows; none where it cannot be read.</summary>
internal static class SchemaWords
{
    private static readonly string[] Packings = ["none", "gzip", "snappy", "zstd"];

    private static readonly string[] Levels = ["fastest", "optimal", "smallest"];

    public static IReadOnlyList<string> Tables(LineSoFar line) => [.. Read(line)?.Tables.Select(table => table.Name) ?? []];

    /// <summary>Tables whose number of rows can be set.</summary>
    public static IEnumerable<string> TablesWithRows(LineSoFar line) =>
        Read(line)?.Tables.Where(table => table.Rows is FixedRows).Select(table => table.Name) ?? [];

    public static IEnumerable<string> Parameters(LineSoFar line) => Read(line)?.Params.Keys ?? [];

    /// <summary>Ways to pack files, and after a colon how hard.</summary>
    public static IEnumerable<string> Compressions(string begun) => begun.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        ? Levels.Select(level => $"{begun[..colon]}:{level}")
        : Packings;

    private static DatasetSchema? Read(LineSoFar line)
    {
        if ((line.Value("SCHEMA") ?? line.Value("SCHEMA|JOB")) is not { } path || !File.Exists(path))
            return null;
        try
        {
            return SchemaReader.ReadFile(path, ImmutableDictionary<string, string>.Empty, new DiagnosticBag());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
