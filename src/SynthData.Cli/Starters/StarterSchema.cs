namespace SynthData.Cli.Starters;

/// <summary>A schema to start from, as texts not yet written anywhere.</summary>
/// <param name="Name">The dataset's name.</param>
/// <param name="About">What it is about.</param>
/// <param name="Text">The schema itself.</param>
/// <param name="Knowledge">Texts for its prompt columns; null where it has none.</param>
internal sealed record StarterSchema(string Name, string About, string Text, string? Knowledge = null)
{
    private const string NameLine = "\nname: ";
    private const string AboutLine = "\nabout: ";

    /// <summary>The schema that teaches: small, with a comment on everything it uses.</summary>
    public static StarterSchema Taught { get; } = Read(ShippedText.Read("starter.yaml"));

    /// <summary>Reads the two lines that say what a shipped schema is.</summary>
    public static StarterSchema Read(string text, string? knowledge = null) => new(Line(text, NameLine), Line(text, AboutLine), text, knowledge);

    /// <summary>Gives the same schema with another name, letters that a name cannot hold replaced by hyphens.</summary>
    public StarterSchema Renamed(string wanted)
    {
        string name = string.Concat(wanted.ToLowerInvariant().Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-')).Trim('-');
        if (name.Length == 0 || name == Name)
            return this;
        // Comments stay in their column where the new name leaves room.
        int start = Text.IndexOf(NameLine, StringComparison.Ordinal) + NameLine.Length;
        int comment = Text.IndexOf('#', start);
        string line = name.Length < comment - start ? name.PadRight(comment - start) : name + " ";
        return this with { Name = name, Text = $"{Text[..start]}{line}{Text[comment..]}" };
    }

    private static string Line(string text, string start)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf('\n', from)].Split(" #")[0].TrimEnd();
    }
}
