using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Where datasets of a job go: paths from the job's folder, each target for one dataset.</summary>
internal static class JobTargets
{
    public const string Sqlite = "sqlite:";

    private static readonly string[] Postgres = ["postgres://", "postgresql://"];

    public static bool IsUrl(string output) => Postgres.Any(prefix => output.StartsWith(prefix, StringComparison.Ordinal));

    public static bool IsDatabase(string output) => IsUrl(output) || output.StartsWith(Sqlite, StringComparison.Ordinal);

    /// <summary>Whether a name says a place: not an empty one, a database without its file, or an address of a kind that there is not, as <c>mysql://…</c>.</summary>
    public static bool IsPlace(string output) =>
        IsUrl(output) || (output.StartsWith(Sqlite, StringComparison.Ordinal) ? output.Length > Sqlite.Length : output.Length > 0 && !output.Contains("://", StringComparison.Ordinal));

    /// <summary>Makes the path of a target count from the folder of the job.</summary>
    public static string From(string job, string output) => output switch
    {
        _ when IsUrl(output) => output,
        _ when output.StartsWith(Sqlite, StringComparison.Ordinal) => Sqlite + Beside(job, output[Sqlite.Length..]),
        _ => Beside(job, output),
    };

    /// <summary>Makes a path count from the folder of the job.</summary>
    public static string Beside(string job, string path) => Path.Combine(Path.GetDirectoryName(job) ?? "", path).Replace('\\', '/');

    /// <summary>Tells of two datasets that go to the same folder or file. A database may hold several: that is told by their tables.</summary>
    public static void RefuseShared(IReadOnlyList<JobDataset> datasets, SchemaReading reading)
    {
        var taken = new Dictionary<string, JobDataset>(StringComparer.Ordinal);
        foreach (JobDataset dataset in datasets.Where(dataset => !IsDatabase(dataset.Output.Value)))
        {
            if (!taken.TryAdd(Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataset.Output.Value)), dataset))
                reading.Report(JobDiagnostics.SameTarget, dataset.At("output"), taken[Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataset.Output.Value))].Name, dataset.Name, dataset.Output.Written);
        }
    }
}
