namespace SynthData.Cli.Arguments;

/// <summary>Names that are designed and not yet built. They are refused as such and absent from help.</summary>
internal static class LaterVersion
{
    private static readonly string[] Commands = ["run"];

    private static readonly string[] Options = [];

    public static bool HasCommand(string name) => Commands.Contains(name, StringComparer.Ordinal);

    public static bool HasOption(string name) => Options.Contains(name, StringComparer.Ordinal);
}
