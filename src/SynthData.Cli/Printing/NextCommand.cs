using System.Text.Json;
using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>A command worth trying next. It runs as printed.</summary>
/// <param name="Why">What it is for, in two or three words.</param>
/// <param name="Line">The whole line, as somebody types it.</param>
internal sealed record NextCommand(string Why, string Line)
{
    /// <summary>Makes one of the words after <c>synthdata</c>, which are quoted where they have to be.</summary>
    public static NextCommand Of(string why, params IEnumerable<string> words) => new(why, $"synthdata {string.Join(' ', words.Select(ShellWord.Quote))}");

    /// <summary>Prints commands one a line, their beginnings in one column.</summary>
    public static void Print(IReadOnlyList<NextCommand> commands, IAnsiConsole console)
    {
        console.Line();
        int width = commands.Max(command => command.Why.Length) + 3;
        foreach (NextCommand command in commands)
            console.Line($"{$"{command.Why}:".PadRight(width)}{command.Line}");
    }

    /// <summary>Writes the lines as the property <c>next</c>.</summary>
    public static void WriteJson(IReadOnlyList<NextCommand> commands, Utf8JsonWriter json)
    {
        json.WriteStartArray("next");
        foreach (NextCommand command in commands)
            json.WriteStringValue(command.Line);
        json.WriteEndArray();
    }
}
