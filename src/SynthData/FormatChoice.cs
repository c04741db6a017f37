using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Json;
using SynthData.Output.Parquet;

namespace SynthData;

/// <summary>The format of a run: what its options say, and where they are silent, what the target's name says.</summary>
/// <param name="Name"><c>csv</c>, <c>parquet</c>, <c>jsonl</c> or <c>sql</c>; <c>sqlite</c> or <c>postgres</c>, which have no files, for a database.</param>
internal sealed record FormatChoice(string Name, FileCompression Compression, CsvFormula Formula)
{
    private static readonly (string Ending, string Format, string? Compression)[] Endings =
    [
        (".csv", "csv", null), (".csv.gz", "csv", "gzip"), (".csv.zst", "csv", "zstd"), (".parquet", "parquet", null),
        (".jsonl", "jsonl", null), (".jsonl.gz", "jsonl", "gzip"), (".jsonl.zst", "jsonl", "zstd"),
        (".sql", "sql", null), (".sql.gz", "sql", "gzip"), (".sql.zst", "sql", "zstd"),
    ];

    /// <summary>Every table is in one file: a script, parents first.</summary>
    public bool IsScript => Name == "sql";

    /// <param name="shard">The part that is made; a script, which is one transaction, has none.</param>
    /// <exception cref="SchemaException">A name is not known, or two do not go together (SD8).</exception>
    public static FormatChoice For(RunOptions options, OutputTarget target, ShardRequest? shard)
    {
        FormatChoice choice = For(options, target);
        if (choice.IsScript && shard is { } part)
            throw new SchemaException([UsageDiagnostics.OutputConflict.At(null, "sql", FormattableString.Invariant($"shard {part.Number}/{part.Of}"))]);
        if (options.CreateTables && !choice.IsScript)
            throw new SchemaException([UsageDiagnostics.OptionNeedsOption.At(null, nameof(RunOptions.CreateTables), "the format sql")]);
        return choice;
    }

    private static FormatChoice For(RunOptions options, OutputTarget target)
    {
        if (target is DatabaseTarget database)
            return OfDatabase(options, database.Kind == DatabaseKind.Sqlite ? "sqlite" : "postgres");
        (string? format, string? compression) = target is FileTarget file ? NamedBy(file.Path) : (null, null);
        if (format is not null && options.Format is not null && format != options.Format)
            throw new SchemaException([UsageDiagnostics.OutputConflict.At(null, ((FileTarget)target).Path, options.Format)]);
        return Of(options.Format ?? format, options.Compression ?? compression, options.CsvFormula);
    }

    /// <summary>Reads the names; without them CSV, and snappy for Parquet, else none.</summary>
    /// <exception cref="SchemaException">A name is not known, or two do not go together (SD8).</exception>
    public static FormatChoice Of(string? format, string? compression, string? csvFormula)
    {
        string name = format ?? "csv";
        if (name is not ("csv" or "parquet" or "jsonl" or "sql"))
            throw Wrong("format", name, "csv, parquet, jsonl or sql");
        FileCompression chosen = name == "parquet" ? FileCompression.Snappy : FileCompression.None;
        if (compression is not null && !FileCompression.TryParse(compression, out chosen))
            throw Wrong("compression", compression, "none, gzip, snappy or zstd, with a level such as zstd:fastest");
        if (!Fits(name, chosen))
            throw Wrong("compression", compression, $"none, gzip or zstd, as {name} takes no other");
        return new FormatChoice(name, chosen, csvFormula switch
        {
            null or "keep" => CsvFormula.Keep,
            "escape" => CsvFormula.Escape,
            "reject" => CsvFormula.Reject,
            _ => throw Wrong("CSV formula", csvFormula, "keep, escape or reject"),
        });
    }

    // Nothing that files can be fits a database.
    private static FormatChoice OfDatabase(RunOptions options, string name)
    {
        string? asked = options.Format ?? options.Compression ?? (options.CsvFormula == "keep" ? null : options.CsvFormula);
        return asked is null ? new FormatChoice(name, FileCompression.None, CsvFormula.Keep) : throw new SchemaException([UsageDiagnostics.OutputConflict.At(null, name, asked)]);
    }

    /// <summary>Says whether a format can be compressed so.</summary>
    public static bool Fits(string format, FileCompression compression) =>
        format == "parquet" || compression.Kind != CompressionKind.Snappy;

    /// <summary>The format and compression that a file's ending says, in capitals or not; nulls where it says none.</summary>
    public static (string? Format, string? Compression) NamedBy(string path)
    {
        (_, string? format, string? compression) = Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
        return (format, compression);
    }

    /// <summary>Makes the format that writes a table's file, and reads it back.</summary>
    public ITableFormat Open() => Name switch
    {
        "sql" => throw new InvalidOperationException("A script holds all tables and is not read back."),
        "parquet" => new ParquetFormat(Compression),
        "jsonl" => new JsonFormat(Compression),
        _ => new CsvFormat(Compression, Formula),
    };

    private static SchemaException Wrong(string option, string? value, string expected) =>
        new([UsageDiagnostics.InvalidValue.At(null, option, value, expected)]);
}
