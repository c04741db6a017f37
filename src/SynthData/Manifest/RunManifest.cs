using System.Collections.Immutable;

namespace SynthData.Manifest;

/// <summary>What a complete run made: the content of <c>manifest.json</c>. Equal runs give equal manifests.</summary>
public sealed record RunManifest
{
    /// <summary>The version of this format.</summary>
    public int Synthdata { get; init; } = 1;

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The data promise: same number, same data.</summary>
    public required int Generator { get; init; }

    /// <summary>The tool's version.</summary>
    public required string Tool { get; init; }

    /// <summary>SHA-256 of the schema's bytes, lower-case hexadecimal.</summary>
    public required string SchemaSha256 { get; init; }

    /// <summary>SHA-256 of the knowledge file's bytes, or null without one.</summary>
    public string? KnowledgeSha256 { get; init; }

    /// <summary>The parameters' values by name.</summary>
    public required ImmutableSortedDictionary<string, string> Params { get; init; }

    /// <summary>The seed used.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The day durations count from, or null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The options that decide the bytes.</summary>
    public required ManifestOptions Options { get; init; }

    /// <summary>The part of the rows this manifest covers, or null for all of them.</summary>
    public ManifestShard? Shard { get; init; }

    /// <summary>The written tables, parents first.</summary>
    public required ImmutableArray<ManifestTable> Tables { get; init; }

    /// <summary>Totals of the model's replies used, or null without a model.</summary>
    public ManifestModel? Model { get; init; }
}

/// <summary>The options of a run that decide its bytes.</summary>
/// <param name="Format"><c>csv</c>, <c>parquet</c>, <c>jsonl</c> or <c>sql</c>; <c>sqlite</c> or <c>postgres</c> in a database.</param>
/// <param name="Compression">Name and level, such as <c>snappy</c> or <c>zstd:fastest</c>; null for none.</param>
/// <param name="CsvFormula"><c>keep</c>, <c>escape</c> or <c>reject</c>; null unless the format is CSV.</param>
/// <param name="Rows">Rows asked for by table.</param>
/// <param name="Scale">The factor on the tables' own row numbers.</param>
/// <param name="Tables">The tables asked for; empty for all.</param>
/// <param name="Text">The text source forced, or null.</param>
/// <param name="Model">Provider and model, or null.</param>
public sealed record ManifestOptions(
    string Format,
    string? Compression,
    string? CsvFormula,
    ImmutableSortedDictionary<string, long> Rows,
    decimal Scale,
    ImmutableArray<string> Tables,
    string? Text,
    string? Model)
{
    /// <summary>The rows of each table that the model was asked for; null for all.</summary>
    public long? TextRows { get; init; }

    /// <summary>The rows of earlier runs, by table, that these go on from; empty where all rows are here.</summary>
    public ImmutableSortedDictionary<string, long> RowsFrom { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Where sequences started, by <c>table.column</c>, since a database held rows already; empty where the schema says it.</summary>
    public ImmutableSortedDictionary<string, long> SequenceStarts { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Whether an SQL script makes the tables.</summary>
    public bool Create { get; init; }
}

/// <summary>A part of a dataset.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many parts there are.</param>
public sealed record ManifestShard(int Number, int Of);

/// <summary>One table of a manifest.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">Rows delivered.</param>
/// <param name="FirstRow">Index of the first row; 0 unless a shard.</param>
/// <param name="Content">Sum modulo 2^128 of the cells' hashes, 32 lower-case hexadecimal digits.</param>
/// <param name="Columns">Visible columns, in output order.</param>
/// <param name="Files">The files that hold the rows.</param>
/// <param name="Rejected">Rejected rows or cells by code and rule.</param>
/// <param name="Faulty">Rows the schema itself made faulty.</param>
public sealed record ManifestTable(
    string Name,
    long Rows,
    long FirstRow,
    string Content,
    ImmutableArray<ManifestColumn> Columns,
    ImmutableArray<ManifestFile> Files,
    ImmutableArray<ManifestRejection> Rejected,
    long Faulty);

/// <summary>One column of a manifest.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">The type, as schemas write it.</param>
/// <param name="Source">What filled it: a source's keyword, or <c>model</c>, <c>knowledge</c>, <c>fallback</c>.</param>
public sealed record ManifestColumn(string Name, string Type, string Source);

/// <summary>One file of a manifest.</summary>
/// <param name="Path">Relative to the manifest, with forward slashes.</param>
/// <param name="Format"><c>csv</c>, <c>parquet</c> or <c>jsonl</c>.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
public sealed record ManifestFile(string Path, string Format, long Rows, long Bytes, string Sha256);

/// <summary>How often a rule or error rejected a row or a cell.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Rule">The rule's name or text, or the column.</param>
/// <param name="Count">How often.</param>
public sealed record ManifestRejection(string Code, string Rule, long Count);

/// <summary>Totals of the model's replies used; a replay prints the same.</summary>
/// <param name="Name">Provider and model.</param>
/// <param name="Calls">Replies used.</param>
/// <param name="TokensIn">Input tokens billed.</param>
/// <param name="TokensOut">Output tokens billed.</param>
public sealed record ManifestModel(string Name, long Calls, long TokensIn, long TokensOut);
