using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>Makes the columns of a payment card: number, brand, expiry and code of one row are of one card.</summary>
/// <remarks>Drawn: one word picks the brand and its prefix, one the account's digits, one the spare digit, one the expiry, one the code.</remarks>
internal static class CardColumns
{
    /// <summary>Eight digits of the account: what American Express leaves beside prefix and check digit.</summary>
    public const long Capacity = 100_000_000;

    private const uint AccountWord = 1;
    private const uint SpareWord = 2;
    private const uint ExpiryWord = 3;
    private const uint CodeWord = 4;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        RecordTable cards = RecordTable.Of("card");
        ImmutableArray<string> prefixes = cards.Field("prefix");
        ImmutableArray<long> lengths = cards.Numbers("length");
        ImmutableArray<long> codes = cards.Numbers("code");
        return type.Name switch
        {
            "finance.card_number" => new NumberColumn(stream, AccountWord, Capacity, AddNumber),
            "finance.card_last4" => new NumberColumn(stream, AccountWord, Capacity, (in rows, index, place, ref writer) =>
            {
                Span<char> buffer = stackalloc char[20];
                var number = new CellWriter(buffer);
                AddNumber(rows, index, place, ref number);
                writer.Add(number.Text[^4..]);
            }),
            "finance.card_masked" => new NumberColumn(stream, AccountWord, Capacity, (in rows, index, place, ref writer) =>
            {
                Span<char> buffer = stackalloc char[20];
                var number = new CellWriter(buffer);
                AddNumber(rows, index, place, ref number);
                writer.Add(number.Text[..6]);
                writer.Add("**********".AsSpan(0, number.Length - 10));
                writer.Add(number.Text[^4..]);
            }),
            "finance.card_expiry" => new ComposedColumn((in rows, index, text) =>
            {
                int month = rows.Below(stream, 72, index, ExpiryWord);
                var writer = new CellWriter(text);
                writer.AddPadded(1 + (month % 12), 2);
                writer.Add('/');
                writer.AddPadded(27 + (month / 12), 2);
                return writer.Length;
            }),
            "finance.card_code" => new ComposedColumn((in rows, index, text) =>
            {
                var writer = new CellWriter(text);
                writer.AddPadded(rows.Below(stream, 10_000, index, CodeWord), 4);
                return (int)codes[Card(rows, index)];
            }),
            _ => RecordColumns.For(type, locale, stream),
        };

        int Card(in EntityRows rows, int index) => cards.Weights.Pick(rows.Word(stream, index, RecordColumns.RecordWord));

        void AddNumber(in EntityRows rows, int index, long place, ref CellWriter writer)
        {
            int card = Card(rows, index);
            writer.Add(prefixes[card]);
            if (lengths[card] == 16)
                writer.AddPadded(rows.Below(stream, 10, index, SpareWord), 1);
            writer.AddPadded(place, 8);
            writer.Add(Luhn.Digit(writer.Text));
        }
    }
}
