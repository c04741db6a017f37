using System.CommandLine;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Schema;

namespace SynthData.Cli.Arguments;

/// <summary>Where and how a dataset is written.</summary>
internal sealed class OutputOptions
{
    private readonly TextOption output = new("-o", "PATH", "A folder; or for one table a file (.csv, .jsonl, each also with .gz or .zst, .parquet), or an SQL script of all (.sql), or - for standard output; or sqlite:FILE, postgres://USER@HOST/DB; out/NAME by default");

    private readonly DatabaseChoice database = new();

    private readonly TextOption format = new("--format", "csv|parquet|jsonl|sql", "The format; sql is one script of all tables; csv by default, or what the file's name says");

    private readonly TextOption compression = new("--compression", "NAME[:LEVEL]", "none, gzip, zstd, and for Parquet snappy; LEVEL is fastest, optimal or smallest; snappy by default for Parquet, else none");

    private readonly TextOption csvFormula = new("--csv-formula", "keep|escape|reject", "What to do with texts that spreadsheets run as formulas; keep by default");

    private readonly TextOption threads = new("--threads", "N", "Make rows on N threads; the bytes do not depend on it");

    private readonly Option<bool> overwrite = new("--overwrite")
    {
        Description = "Replace an existing dataset that differs",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> check = new("--check")
    {
        Description = "Write nothing; make everything again and tell whether what stands there is the same",
        Arity = ArgumentArity.Zero,
    };

    public void AddTo(Command command)
    {
        command.Add(output);
        command.Add(format);
        command.Add(compression);
        command.Add(csvFormula);
        command.Add(threads);
        command.Add(overwrite);
        command.Add(check);
        database.AddTo(command);
    }

    /// <summary>True when the dataset is to be compared instead of written.</summary>
    public bool IsCheck(ParseResult parsed) => parsed.GetValue(check);

    /// <summary>Reads the options; what is wrong, with itself or with the tables that would be written, goes into the bag.</summary>
    public OutputChoice Read(ParseResult parsed, DatasetSchema schema, GenerationRequest request, Session session, DiagnosticBag bag)
    {
        string path = output.Value(parsed) ?? $"out/{schema.Name}/";
        OutputPlace place = OutputPlace.Of(path);
        OutputKind kind = place.Kind;
        if (!place.IsSaid)
            bag.Add(UsageDiagnostics.InvalidValue, position: null, output.Name, Shown(path), "a folder, a file, sqlite:FILE, postgres://USER@HOST/DB, or - for standard output");
        (string? named, string? packed) = kind == OutputKind.File ? FormatChoice.NamedBy(path) : (null, null);
        string? asked = OneOf(parsed, format, ["csv", "parquet", "jsonl", "sql"], "csv, parquet, jsonl or sql", bag);
        string? compressed = compression.Value(parsed);
        if (named is not null && asked is not null && named != asked)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", $"--format {asked}");
        if (packed is not null && compressed is not null && compressed.Split(':')[0] != packed)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", $"--compression {compressed}");
        if (compressed is not null && !Fits(compressed, asked ?? named ?? "csv"))
            bag.Add(UsageDiagnostics.InvalidValue, position: null, compression.Name, compressed, Compressions(asked ?? named ?? "csv"));

        string? formula = OneOf(parsed, csvFormula, ["keep", "escape", "reject"], "keep, escape or reject", bag);
        if (formula is not null && (asked ?? named ?? "csv") != "csv")
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, csvFormula.Name, "--format csv");
        if (kind == OutputKind.StandardOutput && session.IsJson)
            bag.Add(UsageDiagnostics.JsonOverData, position: null);
        if (IsCheck(parsed) && parsed.GetValue(overwrite))
            bag.Add(UsageDiagnostics.OutputConflict, position: null, check.Name, overwrite.Name);
        if (IsCheck(parsed) && kind == OutputKind.StandardOutput)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, check.Name, "-o -");
        bool isScript = (asked ?? named) == "sql";
        if (!isScript)
            AddUnlessOneTable(kind, path, schema, request, bag);
        else if (request.Shard is not null)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, "--format sql", "--shard");
        if (place.IsDatabase)
            RefuseFileOptions(parsed, path, request, bag);

        RunOptions options = new()
        {
            Format = asked ?? named,
            Compression = compressed ?? packed,
            CsvFormula = formula ?? "keep",
            Overwrite = parsed.GetValue(overwrite),
            CreateTables = isScript && database.IsCreate(parsed),
        };
        DatabaseOptions tables = database.Read(parsed, place.IsDatabase, isScript, bag);
        int? wanted = threads.Read(parsed, bag, "a whole number from 1", ArgumentText.SmallCount);
        return new OutputChoice(place with { Database = tables }, wanted is { } count ? options with { Threads = count } : options);
    }

    // A database has no files, no parts, and words of its own for what is there.
    private void RefuseFileOptions(ParseResult parsed, string path, GenerationRequest request, DiagnosticBag bag)
    {
        foreach (TextOption option in (TextOption[])[format, compression, csvFormula])
        {
            if (option.Value(parsed) is not null)
                bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", option.Name);
        }

        if (parsed.GetValue(overwrite))
            bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", $"{overwrite.Name} (--truncate removes the rows there)");
        if (IsCheck(parsed))
            bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", check.Name);
        if (request.Shard is not null)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, $"-o {path}", "--shard");
    }

    // What follows in the address of a server may hold a password.
    private static string Shown(string path) => path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var kind ? $"{path[..kind]}://…" : path;

    private static bool Fits(string compression, string format) =>
        FileCompression.TryParse(compression, out FileCompression parsed) && FormatChoice.Fits(format, parsed);

    private static string Compressions(string format) => format == "parquet"
        ? "none, snappy, or gzip or zstd with or without :fastest, :optimal or :smallest"
        : $"none, or gzip or zstd with or without :fastest, :optimal or :smallest, for {format}";

    private static string? OneOf(ParseResult parsed, TextOption option, string[] known, string expected, DiagnosticBag bag)
    {
        string? value = option.Value(parsed);
        if (value is null || known.Contains(value, StringComparer.Ordinal))
            return value;
        bag.Add(UsageDiagnostics.InvalidValue, position: null, option.Name, value, expected);
        return null;
    }

    private static void AddUnlessOneTable(OutputKind kind, string path, DatasetSchema schema, GenerationRequest request, DiagnosticBag bag)
    {
        if (kind is not (OutputKind.File or OutputKind.StandardOutput))
            return;
        string[] written =
            [.. schema.Tables.Where(table => table.IsWritten && (request.Tables.IsEmpty || request.Tables.Contains(table.Name))).Select(table => table.Name)];
        if (written.Length != 1)
            bag.Add(UsageDiagnostics.NeedsOneTable, position: null, path, $"{written.Length} tables", string.Join(", ", written));
    }
}
