using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the key of a condition: one value, or one for each of several columns: <c>[F, adult]</c>, in JSON <c>"[F, adult]"</c>.</summary>
internal static class ConditionKey
{
    public static ImmutableArray<SchemaScalar>? Read(MapEntry entry, int columnCount, string what, SchemaReading reading)
    {
        ImmutableArray<SchemaScalar>? values = entry.Key switch
        {
            ListNode list when list.Items.All(item => item is ScalarNode) => [.. list.Items.Cast<ScalarNode>().Select(item => item.ToScalar())],
            ScalarNode { IsQuoted: true } text when columnCount > 1 && text.Text.StartsWith('[') && text.Text.EndsWith(']') => Split(text),
            ScalarNode scalar => [scalar.ToScalar()],
            _ => null,
        };
        if (values?.Length == columnCount)
            return values;
        reading.Report(SchemaDiagnostics.ConditionKey, entry.Position, what, values?.Length ?? 0, columnCount);
        return null;
    }

    private static ImmutableArray<SchemaScalar> Split(ScalarNode text)
    {
        var values = ImmutableArray.CreateBuilder<SchemaScalar>();
        int start = 1;
        char quote = '\0';
        for (int i = 1; i < text.Text.Length; i++)
        {
            char c = text.Text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' && text.Text[start..i].Trim().Length == 0)
                quote = c;
            else if (c == ',' || i == text.Text.Length - 1)
            {
                values.Add(Unquote(text.Text[start..i].Trim(), text));
                start = i + 1;
            }
        }

        return values.ToImmutable();
    }

    private static SchemaScalar Unquote(string item, ScalarNode whole)
    {
        bool isQuoted = item.Length >= 2 && item[0] is '\'' or '"' && item[^1] == item[0];
        return new SchemaScalar(isQuoted ? item[1..^1] : item, isQuoted, whole.Content);
    }
}
