using SynthData.Output;

namespace SynthData.Cli.Arguments;

/// <summary>What <c>-o</c> means.</summary>
internal enum OutputKind
{
    Folder,
    File,
    StandardOutput,
    Sqlite,
    Postgres,
}

/// <summary>Where and how a dataset is written, as chosen on the command line.</summary>
internal sealed record OutputChoice(OutputKind Kind, string Path, RunOptions Options)
{
    public const string SqlitePrefix = "sqlite:";

    private static readonly string[] PostgresPrefixes = ["postgres://", "postgresql://"];

    /// <summary>How the tables of a database are met.</summary>
    public DatabaseOptions Database { get; init; } = new();

    public bool IsDatabase => Kind is OutputKind.Sqlite or OutputKind.Postgres;

    /// <summary>What a path means.</summary>
    public static OutputKind KindOf(string path) => path switch
    {
        "-" => OutputKind.StandardOutput,
        _ when path.StartsWith(SqlitePrefix, StringComparison.Ordinal) => OutputKind.Sqlite,
        _ when PostgresPrefixes.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) => OutputKind.Postgres,
        _ => FormatChoice.NamedBy(path).Format is null ? OutputKind.Folder : OutputKind.File,
    };

    public OutputTarget Target(Stream standardOutput) => Kind switch
    {
        OutputKind.File => OutputTarget.File(Path),
        OutputKind.StandardOutput => OutputTarget.Stream(standardOutput),
        OutputKind.Sqlite => OutputTarget.Sqlite(Path[SqlitePrefix.Length..], Database),
        OutputKind.Postgres => OutputTarget.Postgres(Path, Database),
        _ => OutputTarget.Folder(Path),
    };

    /// <summary>The path of a file of the manifest, for people.</summary>
    public string PathOf(string file) => Kind == OutputKind.Folder ? System.IO.Path.Combine(Path, file).Replace('\\', '/') : Path;
}
