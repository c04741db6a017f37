namespace SynthData.Cli.Printing;

/// <summary>A word of a command line that is printed to be copied.</summary>
internal static class ShellWord
{
    private const string Plain = "_-./:=,+@%\\~";

    /// <summary>Gives the word, in quotes where a shell would take it apart.</summary>
    public static string Quote(string word)
    {
        if (word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal)))
            return word;
        return $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
