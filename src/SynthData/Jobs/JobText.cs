using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Jobs;

/// <summary>A text that may hold values of the environment.</summary>
/// <param name="Written">Params filled in, variables by their names: what people may see.</param>
/// <param name="Value">Variables by their values: what is used and never shown.</param>
internal sealed record JobText(string Written, string Value, SourcePosition Position)
{
    /// <summary>What came from the environment: as written, and the value.</summary>
    public ImmutableArray<(string Written, string Value)> Taken { get; init; } = [];

    /// <summary>Puts what may be seen in place of what may not: whole texts first, then single values, longest first.</summary>
    public static string Conceal(string text, IEnumerable<JobText> texts)
    {
        JobText[] all = [.. texts.Where(one => !one.Taken.IsEmpty)];
        IEnumerable<(string Written, string Value)> pairs = all.Select(one => (one.Written, one.Value))
            .Concat(all.SelectMany(one => one.Taken).OrderByDescending(one => one.Value.Length));
        foreach ((string written, string value) in pairs)
            text = Replace(text, written, value);
        return text;
    }

    // A short value is replaced where it stands alone: a user called 'a' is no reason to spoil every word.
    private static string Replace(string text, string written, string value)
    {
        if (value.Length >= 4)
            return text.Replace(value, written, StringComparison.Ordinal);
        int from = 0;
        while (text.IndexOf(value, from, StringComparison.Ordinal) is var at and >= 0)
        {
            bool isAlone = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + value.Length == text.Length || !char.IsLetterOrDigit(text[at + value.Length]));
            text = isAlone ? string.Concat(text.AsSpan(0, at), written, text.AsSpan(at + value.Length)) : text;
            from = at + (isAlone ? written.Length : value.Length);
        }

        return text;
    }
}
