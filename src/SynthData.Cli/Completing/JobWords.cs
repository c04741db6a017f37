using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Jobs;

namespace SynthData.Cli.Completing;

/// <summary>Words that only the job on the line knows; none where it cannot be read.</summary>
internal static class JobWords
{
    public static IEnumerable<string> Datasets(LineSoFar line) => Read(line)?.Datasets.Select(dataset => dataset.Name) ?? [];

    public static IEnumerable<string> Parameters(LineSoFar line) => Read(line)?.Params.Keys.Where(name => name != JobParams.Day) ?? [];

    private static JobFile? Read(LineSoFar line)
    {
        if ((line.Value("JOB") ?? line.Value("SCHEMA|JOB")) is not { } path || !File.Exists(path) || !JobReader.IsJob(path))
            return null;
        return JobReader.ReadFile(path, new JobRequest(ImmutableDictionary<string, string>.Empty, AsOf: null, _ => null), new DiagnosticBag());
    }
}
