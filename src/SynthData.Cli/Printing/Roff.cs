using System.Globalization;
using System.Text;

namespace SynthData.Cli.Printing;

/// <summary>A manual page under construction, in the macros of man(7).</summary>
internal sealed class Roff
{
    private readonly StringBuilder page = new();
    private bool isAfterHeading;

    public override string ToString() => page.ToString();

    /// <summary>Begins the page. The date is that of the release, so that the same program gives the same page.</summary>
    public Roff Title(string name, string date, string version) => Line($".TH {name} 1 \"{date}\" \"{version}\" \"User Commands\"").Line(".ad l").Line(".nh");

    public Roff Section(string name) => Heading($".SH {name}");

    public Roff Subsection(string name) => Heading($".SS {Text(name)}");

    public Roff Paragraph(string text) => Break().Line(Text(text));

    /// <summary>A term in bold with what follows it, and what it means.</summary>
    public Roff Term(string term, string rest, string meaning) =>
        Line(".TP").Line($"\\fB{Text(term)}\\fR{(rest.Length == 0 ? "" : $" \\fI{Text(rest)}\\fR")}").Line(Text(meaning));

    /// <summary>Lines as they are.</summary>
    public Roff Lines(IEnumerable<string> lines)
    {
        Break().Line(".nf").Line(".RS 4");
        foreach (string line in lines)
            Line(Text(line));
        return Line(".RE").Line(".fi");
    }

    public Roff Line(string line)
    {
        isAfterHeading = false;
        page.Append(line).Append('\n');
        return this;
    }

    private Roff Heading(string line)
    {
        Line(line);
        isAfterHeading = true;
        return this;
    }

    // A heading begins a paragraph by itself.
    private Roff Break() => isAfterHeading ? this : Line(".PP");

    /// <summary>Writes a text so that nothing in it is a request, a dash stays one that can be copied, and every letter is ASCII.</summary>
    private static string Text(string text)
    {
        StringBuilder escaped = new();
        foreach (Rune letter in text.EnumerateRunes())
        {
            escaped.Append(letter.Value switch
            {
                '\\' => "\\e",
                '-' => "\\-",
                '\'' => "\\(aq",
                '^' => "\\(ha",
                '~' => "\\(ti",
                '`' => "\\(ga",
                > 126 => string.Create(CultureInfo.InvariantCulture, $"\\[u{letter.Value:X4}]"),
                _ => letter.ToString(),
            });
        }

        return escaped.Length > 0 && escaped[0] == '.' ? $"\\&{escaped}" : escaped.ToString();
    }
}
