using System.Text;
using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>Makes slips in texts: blanks, capitals, swapped or missing letters, texts cut short.</summary>
/// <remarks>A text that stays as it is, or becomes another of its column's values, is left alone and not marked.</remarks>
internal sealed class TextFault(CellPlan cell, StreamKey stream, FaultKind kind) : FaultMaker
{
    private readonly HashSet<string> right = cell.Source switch
    {
        CategoryCells category => [.. category.Values.Texts],
        TupleCells tuple => [.. tuple.Values.Texts],
        _ => [],
    };

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        var clean = (TextColumn)frame[cell.Slot];
        var target = (TextColumn)targets[0];
        for (int index = 0; index < rows.Count; index++)
        {
            string text = clean[rows[index]].ToString();
            string bad = Bad(text, stream.Word(frame.Rows[rows[index]], 0, 1), stream.Word(frame.Rows[rows[index]], 0, 2));
            made[index] = bad != text && !right.Contains(bad) && !IsPattern(bad);
            if (made[index])
                target.Set(rows[index], bad);
        }
    }

    private bool IsPattern(string text) => cell.Source is PatternCells pattern && pattern.Pattern.Matches(text);

    private string Bad(string text, ulong how, ulong where) => kind switch
    {
        FaultKind.Blank => "",
        FaultKind.Whitespace => Spaced(text, (int)(how % 3)),
        FaultKind.Case => text.ToUpperInvariant() is var upper && upper != text ? upper : text.ToLowerInvariant(),
        FaultKind.Truncated => Cut(text),
        _ => Slip(text, (int)(how % 3), where),
    };

    private static string Spaced(string text, int how)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return how == 2 && blank > 0 ? text.Insert(blank, " ") : how == 1 ? text + " " : " " + text;
    }

    private static string Cut(string text)
    {
        int length = text.Length / 2;
        return (length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length]).TrimEnd();
    }

    // Letters and digits slip, as whole code points; blanks are a fault of their own.
    private static string Slip(string text, int how, ulong where)
    {
        List<Rune> runes = [.. text.EnumerateRunes()];
        int[] places = [.. Enumerable.Range(0, runes.Count).Where(place => Rune.IsLetterOrDigit(runes[place]))];
        if (places.Length == 0)
            return text;
        int drawn = (int)(where % (ulong)places.Length);
        int place = places[drawn];
        for (int step = 0; how == 0 && step < places.Length; step++)
        {
            // From the place drawn on, the first two neighbours that differ.
            int first = places[(drawn + step) % places.Length];
            if (first + 1 >= runes.Count || !Rune.IsLetterOrDigit(runes[first + 1]) || runes[first] == runes[first + 1])
                continue;
            (runes[first], runes[first + 1]) = (runes[first + 1], runes[first]);
            return string.Concat(runes);
        }

        if (how == 1 && places.Length > 2)
            runes.RemoveAt(place);
        else
            runes.Insert(place, runes[place]);
        return string.Concat(runes);
    }
}

/// <summary>Makes texts that are not of their pattern.</summary>
internal sealed class MalformedFault(CellPlan cell, StreamKey stream) : FaultMaker
{
    private static readonly string[] Strangers = ["#", "?", "*", " ", "~"];

    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        var clean = (TextColumn)frame[cell.Slot];
        var pattern = (PatternCells)cell.Source;
        for (int index = 0; index < rows.Count; index++)
        {
            string text = clean[rows[index]].ToString();
            ulong word = stream.Word(frame.Rows[rows[index]], 0, 1);
            int place = (int)(word % (ulong)Math.Max(text.Length, 1));
            bool isInPair = place < text.Length && char.IsSurrogate(text[place]);
            string head = text[..(isInPair ? 0 : Math.Min(place, text.Length))];
            string tail = isInPair ? text : text[Math.Min(place + 1, text.Length)..];
            string? bad = Strangers.Select(stranger => head + stranger + tail).FirstOrDefault(one => !pattern.Pattern.Matches(one));
            made[index] = bad is not null;
            if (bad is not null)
                ((TextColumn)targets[0]).Set(rows[index], bad);
        }
    }
}
