using System.Text;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Cli.Codegen;

/// <summary>The file that record types go to.</summary>
internal static class RecordPlace
{
    /// <summary>What <c>-o</c> means: a file by its ending, else a folder for a file named after the dataset.</summary>
    public static string Of(string? output, string dataset)
    {
        bool isFile = output is not null && Path.GetExtension(output).Equals(".cs", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(output);
        return isFile ? output! : Path.Combine(output ?? "", RecordFile.NameOf(dataset));
    }

    /// <summary>Writes the file, in place when it is whole.</summary>
    /// <returns>False where it says the same already.</returns>
    /// <exception cref="GenerationException">Somebody else's file stands there (SD8404), or it cannot be written (SD5).</exception>
    public static bool Write(string path, string text)
    {
        bool isWritten = false;
        OutputFailure.Guard(path, () =>
        {
            if (File.Exists(path))
            {
                string there = File.ReadAllText(path);
                if (there == text)
                    return;
                if (!RecordFile.IsOurs(there))
                    throw new GenerationException(RecordDiagnostics.ForeignFile.At(position: null, path));
            }

            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            WholeFile.Replace(path, Encoding.UTF8.GetBytes(text));
            isWritten = true;
        });
        return isWritten;
    }

    /// <summary>Says how the file differs from what is expected, ends of lines apart; null where it does not.</summary>
    public static Diagnostic? Difference(string path, string text, string schema)
    {
        Diagnostic? found = null;
        OutputFailure.Guard(path, () => found = File.Exists(path)
            ? Difference(path, schema, Lines(File.ReadAllText(path)), Lines(text))
            : RecordDiagnostics.Missing.At(position: null, path, schema));
        return found;
    }

    private static Diagnostic? Difference(string path, string schema, string[] there, string[] expected)
    {
        // The first two lines differ wherever any other does; the one to look at is further down.
        int line = Math.Min(2, Math.Min(there.Length, expected.Length));
        while (line < there.Length && line < expected.Length && there[line] == expected[line])
            line++;
        if (line == there.Length && line == expected.Length)
            line = Enumerable.Range(0, Math.Min(2, line)).FirstOrDefault(number => there[number] != expected[number], -1);
        return line < 0 ? null : RecordDiagnostics.Differs.At(new SourcePosition(path, line + 1, 1), schema, Shown(there, line), Shown(expected, line));
    }

    private static string Shown(string[] lines, int line) => line < lines.Length ? $"'{lines[line].Trim()}'" : "the end of the file";

    private static string[] Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
