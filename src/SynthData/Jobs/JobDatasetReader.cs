using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Reads one dataset of a job: its own keys, and under them the job's defaults.</summary>
internal sealed class JobDatasetReader(SchemaReading reading, JobParams values, string jobName)
{
    private static readonly string[] Addresses = ["output", "base_url"];

    public JobDataset? Read(string name, SourcePosition position, MapNode written, MapNode? defaults)
    {
        JobKeys.Check(written, $"dataset '{name}'", JobKeys.OfDataset, reading);
        MapNode map = Filled(Under(written, defaults));
        var read = new JobValues(map, reading);
        if (ReadSchema(name, written, map) is not { } schema || ReadOutput(name, map, position) is not { } output)
            return null;
        var rows = new JobRowsReader(reading, values);
        var dataset = new JobDataset(name, position)
        {
            Schema = schema,
            Output = output,
            Needs = read.Names("needs", "dataset"),
            OnFailure = read.OneOf("on_failure", "stop", "continue") == "continue" ? FailureChoice.Continue : FailureChoice.Stop,
            Retries = ReadRetries(map),
            Rows = rows.Read(map, "rows", countsDays: false),
            RowsFrom = rows.Read(map, "rows_from", countsDays: true),
            Scale = read.Factor("scale"),
            Tables = read.Names("tables", "table"),
            Set = read.Texts("set"),
            Seed = read.Seed("seed"),
            AsOf = values.ReadDay(map[JobParams.Day], $"'{JobParams.Day}'") ?? values.AsOf,
            IsStrict = read.Flag("strict"),
            Format = read.Text("format"),
            Compression = read.Text("compression"),
            CsvFormula = read.OneOf("csv_formula", "keep", "escape", "reject"),
            Threads = read.SmallCount("threads"),
            Overwrite = read.Flag("overwrite"),
            Create = read.Flag("create"),
            Truncate = read.Flag("truncate"),
            Append = read.Flag("append"),
            Model = ReadModel(map, read),
            Own = written.Entries.Where(entry => entry.Text is not null).ToImmutableSortedDictionary(entry => entry.Text!, entry => entry.Position, StringComparer.Ordinal),
        };
        return JobConflicts.Settle(dataset, reading);
    }

    // A default stands where the dataset says nothing; params and limits are added key by key.
    private static MapNode Under(MapNode own, MapNode? defaults)
    {
        if (defaults is null)
            return own;
        IEnumerable<MapEntry> merged = own.Entries.Select(entry =>
            entry is { Text: "set" or "limits", Value: MapNode inner } && defaults[entry.Text] is MapNode below ? entry with { Value = Under(inner, below) } : entry);
        return own with { Entries = [.. merged, .. defaults.Entries.Where(entry => entry.Text is { } key && !own.Has(key))] };
    }

    // A value that could not be filled in was told of, and is not read as what it looks like.
    private MapNode Filled(MapNode map)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        foreach (MapEntry entry in map.Entries)
        {
            int before = reading.Reported;
            bool isAddress = entry.Text is { } key && Addresses.Contains(key);
            SchemaNode value = isAddress ? entry.Value : values.Fill(entry.Value);
            if (reading.Reported == before)
                entries.Add(entry with { Value = value });
        }

        return map with { Entries = entries.ToImmutable() };
    }

    private JobText? ReadSchema(string name, MapNode written, MapNode map)
    {
        if (!written.Has("schema"))
            reading.Report(SchemaDiagnostics.MissingKey, written.Position, $"dataset '{name}'", "schema", "shop.yaml");
        if (map["schema"] is not { } node || reading.Scalar(node, "'schema'", "the path of a schema") is not { } scalar)
            return null;
        string path = JobTargets.Beside(reading.File, scalar.Text);
        return new JobText(path, path, scalar.Position);
    }

    private JobText? ReadOutput(string name, MapNode map, SourcePosition position)
    {
        if (map["output"] is not { } node)
        {
            string place = JobTargets.Beside(reading.File, $"out/{jobName}/{name}");
            return new JobText(place, place, position);
        }

        if (reading.Scalar(node, "'output'", "a folder, a file, sqlite:FILE or postgres://USER@HOST/DB") is not { } scalar)
            return null;
        JobText text = values.FillText(scalar);
        if (text.Value == "-")
            reading.Report(JobDiagnostics.NoStandardOutput, scalar.Position, name);
        else if (JobAddress.HoldsPassword(text.Value))
            reading.Report(JobDiagnostics.LiteralSecret, scalar.Position, $"'output' of dataset '{name}'", "a database takes its password from PGPASSWORD, PGPASSFILE or ~/.pgpass");
        else if (!JobTargets.IsPlace(text.Value))
            reading.BadLiteral(scalar, "'output'", "a folder, a file, sqlite:FILE or postgres://USER@HOST/DB");
        else
            return text with { Written = JobTargets.From(reading.File, text.Written), Value = JobTargets.From(reading.File, text.Value) };
        return null;
    }

    private JobRetries ReadRetries(MapNode map)
    {
        if (map["retries"] is not MapNode)
            return reading.Whole(map["retries"], "'retries'", 0, JobRetries.Most) is { } times ? JobRetries.None with { Times = (int)times } : JobRetries.None;
        JobValues inner = new JobValues(map, reading).Map("retries", ["times", "pause"])!;
        return new JobRetries((int)(inner.Count("times", 0, JobRetries.Most) ?? 1), inner.Span("pause") ?? JobRetries.None.Pause);
    }

    private JobModel ReadModel(MapNode map, JobValues read) => new()
    {
        Name = read.Text("model"),
        BaseUrl = ReadBaseUrl(map),
        Text = read.OneOf("text", "row", "knowledge", "fallback"),
        TextRows = read.Count("text_rows", 0),
        Timeout = read.Span("timeout"),
        Journal = read.Text("journal") is { } journal ? JobTargets.Beside(reading.File, journal) : null,
        IsReplay = read.Flag("replay"),
        Limits = read.Map("limits", JobKeys.OfLimits) is { } limits ? ReadLimits(limits) : new JobLimits(),
    };

    private JobText? ReadBaseUrl(MapNode map)
    {
        if (map["base_url"] is not { } node || reading.Scalar(node, "'base_url'", "the address of a server") is not { } scalar)
            return null;
        JobText text = values.FillText(scalar);
        if (!JobAddress.HoldsUser(text.Value))
            return text;
        reading.Report(JobDiagnostics.LiteralSecret, scalar.Position, "'base_url'", "keys of models come from variables such as OPENAI_API_KEY");
        return null;
    }

    private static JobLimits ReadLimits(JobValues limits) => new()
    {
        Calls = limits.Count("calls"),
        Tokens = limits.Count("tokens"),
        Cost = limits.Factor("cost"),
        PriceIn = limits.Price("price_in"),
        PriceOut = limits.Price("price_out"),
        RequestsPerMinute = limits.Count("requests_per_minute"),
        TokensPerMinute = limits.Count("tokens_per_minute"),
        Concurrency = limits.SmallCount("concurrency"),
        Patience = limits.Span("patience"),
    };
}
