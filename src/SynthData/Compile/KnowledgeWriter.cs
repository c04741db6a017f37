using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SynthData.Knowledge;

namespace SynthData.Compile;

/// <summary>Prints knowledge as YAML that people read and review: an entry a line, a text of a group a line.</summary>
internal sealed partial class KnowledgeWriter
{
    private const int PoolIndent = 6;

    private readonly StringBuilder text = new();

    /// <param name="lines">The file as it is; null for a new one.</param>
    public static string Write(string dataset, IEnumerable<WrittenColumn> columns, KnowledgeLines? lines)
    {
        var writer = new KnowledgeWriter();
        if (lines is null)
        {
            writer.Line(0, $"# What a model was asked once for the prompt columns of {dataset}, by 'synthdata compile'. Read it and change it:");
            writer.Line(0, "# entries marked 'by: hand', and those whose text was changed, stay as they are when it is compiled again.");
            writer.Line(0, "synthdata-knowledge: 1");
            writer.Line(0, "columns:");
        }

        writer.Lines(lines?.Head ?? []);
        foreach (WrittenColumn column in columns)
            writer.Write(column);
        writer.Lines(lines?.Tail ?? []);
        return writer.text.ToString();
    }

    private void Write(WrittenColumn column)
    {
        if (!column.Lines.IsEmpty)
        {
            Lines(column.Lines);
            return;
        }

        Line(2, $"{(PlainKey().IsMatch(column.Key) ? column.Key : Quoted(column.Key))}:");
        if (column.Fingerprint is { } fingerprint)
            Line(4, $"fingerprint: {fingerprint}");
        if (!column.Given.IsEmpty)
            Line(4, $"given: [{string.Join(", ", column.Given.Select(Scalar))}]");
        Line(4, "pools:");
        foreach (WrittenPool pool in column.Pools)
            Write(column, pool);
    }

    private void Write(WrittenColumn column, WrittenPool pool)
    {
        if (!pool.Lines.IsEmpty)
        {
            int indent = pool.Lines.Select(line => line.Length - line.TrimStart().Length).First();
            Lines(pool.Lines.Select(line => line.Trim().Length == 0 ? "" : string.Concat(new string(' ', Math.Max(0, line.Length - line.TrimStart().Length + PoolIndent - indent)), line.TrimStart())));
            return;
        }

        string when = pool.When.IsEmpty ? "" : $"when: {{ {string.Join(", ", pool.When.Select(one => $"{Scalar(one.Column)}: {Values(one.Values)}"))} }}";
        if (pool.Draw is { } draw)
        {
            Line(PoolIndent, $"- {{ {(when.Length > 0 ? when + ", " : "")}{draw} }}");
            return;
        }

        if (pool.File is { } file)
        {
            Line(PoolIndent, $"- {{ {(when.Length > 0 ? when + ", " : "")}file: {Quoted(file.Path)}, sha256: {file.Sha256} }}");
            return;
        }

        Line(PoolIndent, when.Length > 0 ? $"- {when}" : "- entries:");
        if (when.Length > 0)
            Line(PoolIndent + 2, "entries:");
        foreach (WrittenEntry entry in pool.Entries)
            Write(column.Names, entry);
    }

    /// <summary>Prints a pool that stands beside its file: an entry a line.</summary>
    public static string WriteBeside(ImmutableArray<string> names, IEnumerable<WrittenEntry> entries)
    {
        var writer = new KnowledgeWriter();
        foreach (WrittenEntry entry in entries)
        {
            string text = names.Length == 1 ? Quoted(entry.Texts[0]) : $"{{ {string.Join(", ", names.Select((name, place) => $"{Scalar(name)}: {Quoted(entry.Texts[place])}"))} }}";
            writer.Line(0, $"- {{ {string.Join(", ", [.. Traits(entry), $"text: {text}"])} }}");
        }

        return writer.text.ToString();
    }

    private static List<string> Traits(WrittenEntry entry)
    {
        var traits = new List<string>();
        if (entry.Id is { } id)
            traits.Add($"id: {Scalar(id)}");
        if (entry.By == KnowledgeAuthor.Model)
            traits.Add("by: model");
        if (entry.Weight != 1)
            traits.Add(string.Create(CultureInfo.InvariantCulture, $"w: {entry.Weight}"));
        if (!entry.Odds.IsEmpty)
            traits.Add($"odds: {{ {string.Join(", ", entry.Odds.Select(Odds))} }}");
        return traits;
    }

    private void Write(ImmutableArray<string> names, WrittenEntry entry)
    {
        List<string> traits = Traits(entry);
        if (names.Length == 1)
        {
            Line(PoolIndent + 4, traits.Count == 0 ? $"- {Quoted(entry.Texts[0])}" : $"- {{ {string.Join(", ", traits)}, text: {Quoted(entry.Texts[0])} }}");
            return;
        }

        string lead = "- ";
        foreach (string trait in traits.Append("text:"))
        {
            Line(PoolIndent + 4, lead + trait);
            lead = "  ";
        }

        for (int place = 0; place < names.Length; place++)
            Line(PoolIndent + 8, $"{Scalar(names[place])}: {Quoted(entry.Texts[place])}");
    }

    private static string Odds(EntryOdds odds) => string.Create(
        CultureInfo.InvariantCulture, $"{Scalar(odds.Column.Text)}: {{ {string.Join(", ", odds.Factors.Select(one => string.Create(CultureInfo.InvariantCulture, $"{Scalar(one.Value.Text)}: {one.Factor}")))} }}");

    private static string Values(ImmutableArray<string> values) => values is [var only] ? Scalar(only) : $"[{string.Join(", ", values.Select(Scalar))}]";

    /// <summary>A scalar, in quotes where it could be taken for something else.</summary>
    public static string Scalar(string value) => value != "null" && Plain().IsMatch(value) ? value : Quoted(value);

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (char character in value)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private void Line(int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');

    private void Lines(IEnumerable<string> written)
    {
        foreach (string line in written)
            Line(0, line);
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_]([\p{L}\p{N}_. -]*[\p{L}\p{N}_])?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\p{L}\p{N}_.-]+(\[[\p{L}\p{N}_, -]+\])?$")]
    private static partial Regex PlainKey();
}
