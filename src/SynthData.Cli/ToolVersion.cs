using System.Reflection;

namespace SynthData.Cli;

/// <summary>The version of the tool, and of the promises it keeps.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void Print(TextWriter output) =>
        output.WriteLine($"synthdata {Text} (language {Schema.SchemaLimits.NewestLanguage}, generator {Schema.SchemaLimits.NewestGenerator})");
}
