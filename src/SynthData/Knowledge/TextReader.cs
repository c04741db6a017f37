using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Reads the braces of a knowledge text. Nothing else in a text has a meaning.</summary>
/// <param name="written">The text.</param>
/// <param name="start">Where its first character stands.</param>
/// <param name="report">Receives what is wrong: where, and in which words.</param>
internal sealed partial class TextReader(string written, SourcePosition start, Action<SourcePosition, string> report)
{
    private bool isWrong;

    /// <summary>Reads a scalar of a file; null where it is wrong, which is told.</summary>
    public static KnowledgeText? Read(ScalarNode scalar, SchemaReading reading, string what)
    {
        if (scalar.Text.Length > KnowledgeLimits.MaxWritten)
        {
            reading.Report(KnowledgeDiagnostics.TextTooLong, scalar.Position, what, scalar.Text.Length, KnowledgeLimits.MaxWritten);
            return null;
        }

        return Read(scalar.Text, scalar.Content, (position, why) => reading.Report(KnowledgeDiagnostics.TextSyntax, position, what, why));
    }

    /// <summary>Reads a text from anywhere; null where it is wrong, which is told.</summary>
    public static KnowledgeText? Read(string text, SourcePosition start, Action<SourcePosition, string> report)
    {
        var reader = new TextReader(text, start, report);
        ImmutableArray<TextPart> parts = reader.ReadParts(0, text.Length, 0);
        return reader.isWrong ? null : new KnowledgeText(text, parts, start);
    }

    private ImmutableArray<TextPart> ReadParts(int from, int to, int depth)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var literal = new StringBuilder();
        int literalStart = from;
        for (int at = from; at < to; at++)
        {
            char c = written[at];
            bool isDoubled = at + 1 < to && written[at + 1] == c;
            if ((c == '{' && isDoubled && !BeginsOption(at + 2)) || (c == '}' && isDoubled && depth == 0))
            {
                literal.Append(c);
                at++;
            }
            else if (c == '}')
            {
                Wrong(at, "a '}' closes nothing; write '}}' for the character");
            }
            else if (c == '{')
            {
                int end = Closing(at, to);
                if (end < 0)
                {
                    Wrong(at, "a '{' is not closed; write '{{' for the character");
                    return [];
                }

                Flush();
                if (ReadBrace(at + 1, end, depth + 1) is { } part)
                    parts.Add(part);
                at = end;
                literalStart = end + 1;
            }
            else
            {
                literal.Append(c);
            }
        }

        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            if (literal.Length > 0)
                parts.Add(new LiteralPart(literal.ToString(), At(literalStart)));
            literal.Clear();
        }
    }

    // {{num:2..9} users|alone} is a choice whose first option begins with a number.
    private bool BeginsOption(int at) =>
        written.AsSpan(at).StartsWith("list:", StringComparison.Ordinal) || written.AsSpan(at).StartsWith("num:", StringComparison.Ordinal);

    private int Closing(int opening, int to)
    {
        int depth = 0;
        for (int at = opening; at < to; at++)
        {
            if (written[at] == '{')
                depth++;
            else if (written[at] == '}' && --depth == 0)
                return at;
        }

        return -1;
    }

    private TextPart? ReadBrace(int from, int to, int depth)
    {
        string inner = written[from..to];
        if (depth > KnowledgeLimits.MaxDepth)
            return Wrong(from, $"braces stand more than {KnowledgeLimits.MaxDepth} deep");
        if (inner.StartsWith("list:", StringComparison.Ordinal))
            return ReadList(from, to, depth);
        if (inner.StartsWith("num:", StringComparison.Ordinal))
            return ReadNumber(from, inner["num:".Length..]);
        List<(int From, int To)> options = Split(from, to);
        Match subject = Subject().Match(inner);
        if (subject.Success && ReadVariants(options, subject.Length, depth) is { } variants)
            return new VariantPart(subject.Groups[1].Value, variants, At(from));
        if (options.Count > 1)
            return new ChoicePart([.. options.Select(option => ReadParts(option.From, option.To, depth))], At(from));
        string name = inner.Trim();
        if (name.Length == 0 || name.Contains('{', StringComparison.Ordinal))
            return Wrong(from, $"'{{{inner}}}' is no column, list, number, choice or variant");
        return new ColumnPart(name, At(from));
    }

    private TextPart? ReadList(int from, int to, int depth)
    {
        Match head = ListHead().Match(written[from..to]);
        if (!head.Success)
            return Wrong(from, $"'{{{written[from..to]}}}' is no list: write {{list:name}}, {{list:name.form}}, {{list:name#2}} or {{list:name: tag=text|else=text}}");
        string name = head.Groups["name"].Value;
        int number = head.Groups["number"].Success ? int.Parse(head.Groups["number"].Value, CultureInfo.InvariantCulture) : 1;
        if (!head.Groups["variants"].Success)
            return new ListPart(name, number, head.Groups["form"].Success ? head.Groups["form"].Value : null, At(from));
        VariantTexts? variants = head.Groups["form"].Success ? null : ReadVariants(Split(from, to), head.Groups["variants"].Index + ": ".Length, depth);
        return variants is null
            ? Wrong(from, $"'{{{written[from..to]}}}' has no variants: write {{list:name: tag=text|else=text}}")
            : new TagPart(name, number, variants, At(from));
    }

    private TextPart? ReadNumber(int from, string range)
    {
        Match ends = NumberRange().Match(range);
        if (ends.Success && decimal.TryParse(ends.Groups[1].Value, CultureInfo.InvariantCulture, out decimal low)
            && decimal.TryParse(ends.Groups[2].Value, CultureInfo.InvariantCulture, out decimal high) && low <= high)
        {
            int decimals = Math.Max(low.Scale, high.Scale);
            decimal unit = 1;
            for (int place = 0; place < decimals; place++)
                unit *= 10;
            if (decimals <= 6 && Math.Abs(low) < 1_000_000_000 && Math.Abs(high) < 1_000_000_000
                && new NumberPart((long)(low * unit), (long)(high * unit), decimals, At(from)) is { Count: <= int.MaxValue } number)
                return number;
        }

        return Wrong(from, $"'{{num:{range}}}' is no range: write {{num:2..9}} or {{num:1.5..9.9}}, the lower end first, below a billion, with at most {int.MaxValue:N0} numbers between");
    }

    // Options of a choice, or of variants when each is value=text.
    private VariantTexts? ReadVariants(List<(int From, int To)> options, int skip, int depth)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        var cases = ImmutableArray.CreateBuilder<ImmutableArray<TextPart>>();
        ImmutableArray<TextPart> otherwise = default;
        for (int index = 0; index < options.Count; index++)
        {
            int begin = options[index].From + (index == 0 ? skip : 0);
            Match value = VariantValue().Match(written[begin..options[index].To]);
            if (!value.Success)
                return null;
            ImmutableArray<TextPart> text = ReadParts(begin + value.Length, options[index].To, depth);
            if (value.Groups[1].Value == "else")
                otherwise = text;
            else
            {
                values.Add(value.Groups[1].Value.Trim());
                cases.Add(text);
            }
        }

        return new VariantTexts(values.ToImmutable(), cases.ToImmutable(), otherwise);
    }

    private List<(int From, int To)> Split(int from, int to)
    {
        var options = new List<(int, int)>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < to; at++)
        {
            depth += written[at] == '{' ? 1 : written[at] == '}' ? -1 : 0;
            if (written[at] != '|' || depth > 0)
                continue;
            options.Add((begin, at));
            begin = at + 1;
        }

        options.Add((begin, to));
        return options;
    }

    private TextPart? Wrong(int at, string why)
    {
        if (!isWrong)
            report(At(at), why);
        isWrong = true;
        return null;
    }

    // A text of several lines, or one with escapes, is told where it begins.
    private SourcePosition At(int index) => written.Contains('\n', StringComparison.Ordinal) ? start : start with { Column = start.Column + index };

    [GeneratedRegex(@"^([^\s{}|:=]+): ")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^list:(?<name>[\p{L}\p{N}_-]+)(\.(?<form>[\p{L}\p{N}_-]+))?(#(?<number>[1-9]))?((?<variants>: ).*)?$", RegexOptions.Singleline)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^(-?\d{1,9}(?:\.\d{1,6})?)\.\.(-?\d{1,9}(?:\.\d{1,6})?)$")]
    private static partial Regex NumberRange();

    [GeneratedRegex(@"^([^={}|]+)=")]
    private static partial Regex VariantValue();
}
