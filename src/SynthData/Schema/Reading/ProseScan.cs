using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>A colon or a brace inside a value that should have been quoted.</summary>
/// <param name="Key">The key whose value it is.</param>
/// <param name="Text">The value as far as the line goes.</param>
internal sealed record ProseSlip(bool IsBrace, string Key, string Text, SourcePosition Position);

/// <summary>Looks through a text that is not YAML for a colon or a brace in unquoted prose near the line the parser stopped at.</summary>
internal sealed class ProseScan(SourceText source, int targetLine)
{
    private int depth;
    private int keyStart;
    private int valueStart = -1;
    private char quote;

    /// <summary>Finds the first slip on the line, else on the line before.</summary>
    public static ProseSlip? Find(SourceText source, int lineNumber) => new ProseScan(source, lineNumber).Scan();

    private ProseSlip? Scan()
    {
        ProseSlip? earlier = null;
        for (int number = 1; number <= targetLine; number++)
        {
            ProseSlip? slip = ScanLine(source.Line(number), number);
            if (number == targetLine)
                return slip ?? earlier;
            if (number == targetLine - 1)
                earlier = slip;
        }

        return null;
    }

    private ProseSlip? ScanLine(string line, int number)
    {
        ProseSlip? slip = null;
        if (depth == 0)
            quote = '\0';
        keyStart = line.Length - line.TrimStart(' ', '-').Length;
        valueStart = depth == 0 ? -1 : valueStart < 0 ? -1 : 0;
        for (int i = keyStart; i < line.Length; i++)
        {
            char c = line[i];
            if (quote != '\0')
            {
                if (c == '\\' && quote == '"')
                    i++;
                else if (c == quote)
                    quote = '\0';
            }
            else if (c is '\'' or '"' && IsTokenStart(line, i))
            {
                quote = c;
            }
            else if (c == '#' && (i == 0 || line[i - 1] == ' '))
            {
                break;
            }
            else if (IsOpening(line, i))
            {
                depth++;
                StartEntry(i + 1);
            }
            else if (depth > 0 && c is '{' or '}' && slip is null && IsInsideWord(line, i))
            {
                slip = Slip(isBrace: true, line, number, i);
                break;
            }
            else if (depth > 0 && c is '}' or ']' && depth > 0)
            {
                depth--;
                valueStart = 0;
                if (depth == 0 && FollowedByText(line, i))
                    slip ??= new ProseSlip(true, KeyOf(line), line[LineValueStart(line)..].TrimEnd(), source.At(number, LineValueStart(line) + 1));
            }
            else if (depth > 0 && c == ',')
            {
                StartEntry(i + 1);
            }
            else if (c == ':' && (i + 1 == line.Length || line[i + 1] == ' '))
            {
                if (valueStart >= 0 && line[Math.Min(valueStart, i)..i].Trim().Length > 0)
                    slip ??= Slip(isBrace: false, line, number, i);
                else
                    valueStart = i + 1;
            }
        }

        return slip;
    }

    private void StartEntry(int index) => (keyStart, valueStart) = (index, -1);

    private bool IsOpening(string line, int i) =>
        line[i] is '{' or '[' && IsTokenStart(line, i);

    // Behind nothing, a separator, or the colon that ended a key.
    private bool IsTokenStart(string line, int i)
    {
        string before = line[..i].TrimEnd(' ');
        return before.Length == 0 || i == keyStart || (before.Length < i || depth > 0) && before[^1] is ':' or ',' or '{' or '[' or '-';
    }

    private static bool IsInsideWord(string line, int i) =>
        line[i] == '{' ? i > 0 && line[i - 1] is not (' ' or '{' or '[' or ',') : i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1]);

    private static bool FollowedByText(string line, int i)
    {
        string rest = line[(i + 1)..].Trim();
        return rest.Length > 0 && rest[0] is not ('#' or ',' or '}' or ']' or ':');
    }

    private ProseSlip Slip(bool isBrace, string line, int number, int i) => new(
        isBrace,
        line[Math.Min(keyStart, i)..i].Split(": ")[0].Trim().TrimEnd(':'),
        Excerpt(line[Math.Clamp(valueStart, 0, i)..], i - Math.Clamp(valueStart, 0, i)),
        source.At(number, i + 1));

    // As far as the next entry inside braces, else as far as the line goes.
    private string Excerpt(string value, int slipIndex)
    {
        int comma = depth > 0 ? value.IndexOf(',', slipIndex) : -1;
        return (comma < 0 ? value : value[..comma]).Trim().TrimEnd('}', ' ');
    }

    private static int LineValueStart(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? line.Length - line.TrimStart().Length : colon + 2;
    }

    private static string KeyOf(string line) => line.Split(':')[0].Trim(' ', '-');
}
