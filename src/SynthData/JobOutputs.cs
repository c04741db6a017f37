using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Output;

namespace SynthData;

/// <summary>Where and how a dataset of a job is written. Its own keys have to fit the target; defaults count where they do.</summary>
internal static class JobOutputs
{
    private static readonly string[] OfFiles = ["format", "compression", "csv_formula", "overwrite"];
    private static readonly string[] OfDatabases = ["create", "truncate", "append"];
    private static readonly string[] OfRows = ["truncate", "append"];

    public static OutputPlace PlaceOf(JobDataset written, DiagnosticBag bag)
    {
        OutputPlace place = OutputPlace.Of(written.Output.Value);
        foreach (string key in (place.IsDatabase ? OfFiles : IsScript(written, place) ? OfRows : OfDatabases).Where(written.Own.ContainsKey))
            bag.Add(JobDiagnostics.KeysExclude, written.At(key), key, $"output: {written.Output.Written}");
        ExistingRows existing = written.Append ? ExistingRows.Append : written.Truncate ? ExistingRows.Truncate : ExistingRows.Refuse;
        return place.IsDatabase ? place with { Database = new DatabaseOptions { Create = written.Create, Existing = existing } } : place;
    }

    public static RunOptions OptionsOf(JobDataset written, OutputPlace place)
    {
        (string? format, string? compression) = NamedBy(place);
        string? chosen = Fitting("format", written.Format, format is null);
        RunOptions options = new()
        {
            Format = chosen,
            Compression = Fitting("compression", written.Compression, compression is null && Fits(written.Compression, chosen ?? format)),
            CsvFormula = Fitting("csv_formula", written.CsvFormula, (chosen ?? format ?? "csv") == "csv") ?? "keep",
            Overwrite = written.Overwrite && !place.IsDatabase,
            CreateTables = written.Create && IsScript(written, place),
        };
        return written.Threads is { } threads ? options with { Threads = threads } : options;

        string? Fitting(string key, string? value, bool fits) => !place.IsDatabase && (written.Own.ContainsKey(key) || fits) ? value : null;
    }

    private static (string? Format, string? Compression) NamedBy(OutputPlace place) =>
        place.Kind == OutputKind.File ? FormatChoice.NamedBy(place.Path) : (null, null);

    private static bool IsScript(JobDataset written, OutputPlace place) => !place.IsDatabase && (NamedBy(place).Format ?? written.Format) == "sql";

    private static bool Fits(string? compression, string? format) =>
        compression is null || !FileCompression.TryParse(compression, out FileCompression parsed) || FormatChoice.Fits(format ?? "csv", parsed);
}
