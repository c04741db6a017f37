using SynthData.Output;

namespace SynthData.Cli.Arguments;

/// <summary>What <c>-o</c> means.</summary>
internal enum OutputKind
{
    Folder,
    File,
    StandardOutput,
}

/// <summary>Where and how a dataset is written, as chosen on the command line.</summary>
internal sealed record OutputChoice(OutputKind Kind, string Path, RunOptions Options)
{
    public OutputTarget Target(Stream standardOutput) => Kind switch
    {
        OutputKind.File => OutputTarget.File(Path),
        OutputKind.StandardOutput => OutputTarget.Stream(standardOutput),
        _ => OutputTarget.Folder(Path),
    };

    /// <summary>The path of a file of the manifest, for people.</summary>
    public string PathOf(string file) => Kind == OutputKind.Folder ? System.IO.Path.Combine(Path, file).Replace('\\', '/') : Path;
}
