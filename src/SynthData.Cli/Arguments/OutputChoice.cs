using SynthData.Output;

namespace SynthData.Cli.Arguments;

/// <summary>Where and how a dataset is written, as chosen on the command line.</summary>
internal sealed record OutputChoice(OutputPlace Place, RunOptions Options)
{
    public OutputKind Kind => Place.Kind;

    public string Path => Place.Path;

    public bool IsDatabase => Place.IsDatabase;

    public OutputTarget Target(Stream standardOutput) => Place.Target(standardOutput);

    public string PathOf(string file) => Place.PathOf(file);
}
