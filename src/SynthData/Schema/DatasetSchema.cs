using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>A schema as read: shapes and names checked, nothing bound yet.</summary>
internal sealed record DatasetSchema
{
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal; once the files it names are read, of these too.</summary>
    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public string? About { get; init; }

    public string Locale { get; init; } = "en-US";

    public required SourcePosition LocalePosition { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Generator { get; init; } = SchemaLimits.NewestGenerator;

    public DateOnly? AsOf { get; init; }

    public ImmutableSortedDictionary<string, string> Params { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public required ImmutableArray<TableSchema> Tables { get; init; }

    /// <summary>The columns of CSV files that empirical distributions follow.</summary>
    public ImmutableArray<SampleFile> SampleFiles { get; init; } = [];

    /// <summary>Every file that the schema names, relative to it, each once.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What stands in them, once the root has read them.</summary>
    public ImmutableDictionary<SampleFile, ImmutableArray<SchemaScalar>> Samples { get; init; } =
        ImmutableDictionary<SampleFile, ImmutableArray<SchemaScalar>>.Empty;
}
