using SynthData.Jobs;
using SynthData.Output;

namespace SynthData;

/// <summary>What the name of an output means.</summary>
internal enum OutputKind
{
    Folder,
    File,
    StandardOutput,
    Sqlite,
    Postgres,
}

/// <summary>An output as people name it, on a command line or in a job.</summary>
internal sealed record OutputPlace(OutputKind Kind, string Path)
{
    /// <summary>How the tables of a database are met.</summary>
    public DatabaseOptions Database { get; init; } = new();

    public bool IsDatabase => Kind is OutputKind.Sqlite or OutputKind.Postgres;

    /// <summary>Whether the name says a place at all.</summary>
    public bool IsSaid => JobTargets.IsPlace(Path);

    public static OutputPlace Of(string path) => new(KindOf(path), path);

    /// <summary>Gives what a run writes to.</summary>
    /// <param name="standardOutput">What <c>-</c> stands for.</param>
    public OutputTarget Target(Stream standardOutput) => Kind switch
    {
        OutputKind.File => OutputTarget.File(Path),
        OutputKind.StandardOutput => OutputTarget.Stream(standardOutput),
        OutputKind.Sqlite => OutputTarget.Sqlite(Path[JobTargets.Sqlite.Length..], Database),
        OutputKind.Postgres => OutputTarget.Postgres(Path, Database),
        _ => OutputTarget.Folder(Path),
    };

    /// <summary>The path of a file of the manifest, for people.</summary>
    public string PathOf(string file) => Kind == OutputKind.Folder ? System.IO.Path.Combine(Path, file).Replace('\\', '/') : Path;

    private static OutputKind KindOf(string path) => path switch
    {
        "-" => OutputKind.StandardOutput,
        _ when path.StartsWith(JobTargets.Sqlite, StringComparison.Ordinal) => OutputKind.Sqlite,
        _ when JobTargets.IsUrl(path) => OutputKind.Postgres,
        _ => FormatChoice.NamedBy(path).Format is null ? OutputKind.Folder : OutputKind.File,
    };
}
