using System.Text;

namespace SynthData.Tests.Documents;

/// <summary>Tables in Markdown.</summary>
internal static class Cells
{
    public static string Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder();
        table.Append($"| {string.Join(" | ", header)} |\n|{string.Concat(header.Select(_ => "---|"))}\n");
        foreach (IReadOnlyList<string> row in rows)
            table.Append($"| {string.Join(" | ", row)} |\n");
        return table.ToString();
    }

    /// <summary>A cell that was made: null in italics, an empty text as quotes.</summary>
    public static string Made(string? cell) => cell switch
    {
        null => "*null*",
        "" => "`''`",
        _ => Escaped(cell),
    };

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text.Replace("\n", " ", StringComparison.Ordinal))
        {
            if (c is '|' or '*' or '<' or '`' or '[' or '\\' or '~')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
