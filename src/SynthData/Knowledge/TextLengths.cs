using System.Collections.Immutable;

namespace SynthData.Knowledge;

/// <summary>How short and how long a text can come out, in characters (code points).</summary>
/// <param name="cell">How short and how long the row's cell of a column is; null where that is not known.</param>
internal sealed class TextLengths(IReadOnlyDictionary<string, KnowledgeList> lists, Func<string, (long Least, long Most)>? cell = null)
{
    private readonly Dictionary<(string List, string? Form), (long Least, long Most)> known = [];

    /// <summary>The greatest length where the row's own cells stand in the text.</summary>
    public const long Open = int.MaxValue;

    /// <summary>Computes both ends; cells that are not known count as nothing at the lower one.</summary>
    public (long Least, long Most) Of(ImmutableArray<TextPart> parts)
    {
        long least = 0;
        long most = 0;
        foreach (TextPart part in parts)
        {
            (long low, long high) = Of(part);
            least += low;
            most = Math.Min(most + high, Open);
        }

        return (least, most);
    }

    private (long Least, long Most) Of(TextPart part) => part switch
    {
        LiteralPart literal => Same(literal.Text.EnumerateRunes().Count()),
        NumberPart number => (Math.Min(Width(number, number.Low), Width(number, number.High)), Math.Max(Width(number, number.Low), Width(number, number.High))),
        ChoicePart choice => Among(choice.Options.Select(Of)),
        VariantPart variant => Among(variant.Texts.Select(Of)),
        TagPart tag => Among(tag.Variants.Texts.Select(Of)),
        ListPart list => Of(list.List, list.Form),
        ColumnPart column when cell is not null => cell(column.Column),
        _ => (0, Open),
    };

    private (long Least, long Most) Of(string list, string? form)
    {
        if (known.TryGetValue((list, form), out (long, long) before))
            return before;
        IEnumerable<KnowledgeText> texts = lists[list].Items.Select(item => form is null ? item.Text : item.Forms[form]);
        return known[(list, form)] = Among(texts.Select(text => Of(text.Parts)));
    }

    private static (long Least, long Most) Same(long length) => (length, length);

    private static (long Least, long Most) Among(IEnumerable<(long Least, long Most)> lengths)
    {
        (long Least, long Most)[] all = [.. lengths];
        return (all.Min(one => one.Least), all.Max(one => one.Most));
    }

    // A number between both ends is never longer than the longer of them, and rarely shorter than the shorter: 0 between -5 and 5 is.
    private static long Width(NumberPart number, long units) =>
        Math.Max(1, (units < 0 ? 1 : 0) + Math.Max(Math.Abs(units).ToString(System.Globalization.CultureInfo.InvariantCulture).Length, number.Decimals + 1) + (number.Decimals > 0 ? 1 : 0));
}
