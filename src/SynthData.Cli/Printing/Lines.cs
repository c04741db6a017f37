using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>Lines as they are: never wrapped, so that paths and messages can be searched for and copied.</summary>
internal static class Lines
{
    public static void Line(this IAnsiConsole console, string text = "") => console.Profile.Out.Writer.WriteLine(text);
}
