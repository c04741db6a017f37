using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Reads a job file: bytes, text, nodes, params, records. Tells everything wrong with it at once and throws for nothing.</summary>
internal sealed partial class JobReader(SchemaReading reading, JobRequest request)
{
    private const int NewestVersion = 1;

    /// <summary>Reads a file; null when nothing could be made of it. With errors in the bag nothing may be made of what comes.</summary>
    public static JobFile? ReadFile(string path, JobRequest request, DiagnosticBag bag)
    {
        var reading = new SchemaReading(path, bag);
        return SourceBytes.ReadFile(path, reading) is { } bytes ? Read(bytes, reading, request) : null;
    }

    /// <summary>Reads text as if it were a file of that name.</summary>
    public static JobFile? ReadText(string text, JobRequest request, DiagnosticBag bag, string file = "job.yaml") =>
        Read(Encoding.UTF8.GetBytes(text), new SchemaReading(file, bag), request);

    /// <summary>Says whether a file means to be a job, right or wrong.</summary>
    public static bool IsJob(string path) =>
        SourceBytes.ReadFile(path, new SchemaReading(path, [])) is { } bytes && VersionKey().IsMatch(Encoding.UTF8.GetString(bytes));

    private static JobFile? Read(byte[] bytes, SchemaReading reading, JobRequest request)
    {
        if (SourceBytes.Decode(bytes, reading) is not { } source || new NodeReader(source, reading).Read() is not { } root
            || reading.Map(root, "The job", $"a map with '{JobKeys.Version}', 'name' and 'datasets'") is not { } map)
            return null;
        return new JobReader(reading, request).Read(map);
    }

    private JobFile? Read(MapNode map)
    {
        if (!ReadVersion(map))
            return null;
        JobKeys.Check(map, "the job", JobKeys.OfJob, reading);
        int before = reading.Reported;
        JobParams values = JobParams.Read(map, request, reading);
        bool isIncomplete = reading.Reported > before;
        string name = ReadName(map) ?? "";
        return new JobFile(reading.File, name)
        {
            About = reading.Text(map["about"], "'about'"),
            AsOf = values.AsOf,
            Params = values.Values,
            IsIncomplete = isIncomplete,
            Datasets = ReadDatasets(map, name, values),
        };
    }

    private bool ReadVersion(MapNode map)
    {
        SchemaNode? node = map[JobKeys.Version];
        if (node is null)
            reading.Report(JobDiagnostics.NoVersion, map.Position, JobKeys.Version);
        else if (reading.Whole(node, $"'{JobKeys.Version}'", 1, long.MaxValue) is > NewestVersion and var newer)
            reading.Report(JobDiagnostics.NewerVersion, node.Position, newer, NewestVersion);
        else
            return true;
        return false;
    }

    private string? ReadName(MapNode map)
    {
        if (!map.Has("name"))
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, "the job", "name", "nightly");
        if (reading.Text(map["name"], "'name'") is not { } name)
            return null;
        if (IsName(name))
            return name;
        reading.Report(SchemaDiagnostics.BadName, map["name"]!.Position, name, "job", "small letters, digits, '-' and '_' only");
        return null;
    }

    private ImmutableArray<JobDataset> ReadDatasets(MapNode job, string jobName, JobParams values)
    {
        MapNode? defaults = job["defaults"] is { } written ? reading.Map(written, "'defaults'", "a map of what holds for all datasets") : null;
        if (defaults is not null)
            JobKeys.Check(defaults, "'defaults'", JobKeys.OfDefaults, reading);
        MapNode? map = job["datasets"] is { } node ? reading.Map(node, "'datasets'", "a map from name to dataset") : null;
        if (map is { Entries.IsEmpty: true } || !job.Has("datasets"))
            reading.Report(JobDiagnostics.NoDatasets, map?.Position ?? job.Position);

        var names = new NameRegister(reading, "datasets");
        var reader = new JobDatasetReader(reading, values, jobName);
        var datasets = ImmutableArray.CreateBuilder<JobDataset>();
        foreach (MapEntry entry in map?.Entries ?? [])
        {
            if (entry.Text is not { } name || !IsName(name))
                reading.Report(SchemaDiagnostics.BadName, entry.Position, entry.Text ?? "[…]", "dataset", "small letters, digits, '-' and '_' only");
            else if (names.Add(name, entry.Position) && reading.Map(entry.Value, $"dataset '{name}'", "a map with 'schema' and 'output'") is { } content)
                Read(name, entry.Position, content);
        }

        JobTargets.RefuseShared(datasets, reading);
        return JobOrder.Sort(datasets.ToImmutable(), names.All, reading);

        void Read(string name, SourcePosition position, MapNode content)
        {
            int before = reading.Reported;
            if (reader.Read(name, position, content, defaults) is { } dataset)
                datasets.Add(dataset with { IsIncomplete = reading.Reported > before });
        }
    }

    // As names of folders and arguments of a shell.
    private static bool IsName(string name) => name.Length is > 0 and <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_') && name[0] != '-';

    [GeneratedRegex(@"^[\s{\uFEFF]*[""']?synthdata-job[""']?\s*:", RegexOptions.Multiline)]
    private static partial Regex VersionKey();
}
