using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Commerce;

/// <summary>Makes the numbers of articles, books, orders and parcels.</summary>
internal static class ArticleColumns
{
    /// <summary>Nine digits after the prefix for demonstrations.</summary>
    public const long EanCapacity = 1_000_000_000;

    public const long Ean8Capacity = 1_000_000;

    public const long UpcCapacity = 10_000_000_000;

    /// <summary>Seven groups of one digit, and eight digits.</summary>
    public const long IsbnCapacity = 700_000_000;

    public const long SkuCapacity = 24L * 24 * 24 * 100_000;

    public const long NumberCapacity = 100_000_000;

    private const uint EanWord = 0;
    private const uint Ean8Word = 1;
    private const uint UpcWord = 2;
    private const uint SkuWord = 3;
    private const uint BookWord = 4;
    private const uint OrderWord = 5;
    private const uint InvoiceWord = 6;
    private const uint ParcelWord = 7;
    private const uint KindWord = 8;
    private const uint CountryWord = 9;

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    // Registration groups of one digit.
    private const string Groups = "0123457";

    private static readonly string[] Services = ["RR", "CP", "EE", "LX", "UA"];
    private static readonly string[] Origins = ["US", "DE", "FR", "NL", "RU", "GB", "CN"];

    private static ReadOnlySpan<sbyte> ParcelWeights => [8, 6, 4, 2, 3, 5, 9, 7];

    private static ReadOnlySpan<sbyte> BookWeights => [10, 9, 8, 7, 6, 5, 4, 3, 2];

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "commerce.ean13" => new NumberColumn(stream, EanWord, EanCapacity, (in rows, index, place, ref writer) => AddGtin("952", place, 9, ref writer)),
        "commerce.gtin14" => new NumberColumn(stream, EanWord, EanCapacity, (in rows, index, place, ref writer) => AddGtin("1952", place, 9, ref writer)),
        "commerce.ean8" => new NumberColumn(stream, Ean8Word, Ean8Capacity, (in rows, index, place, ref writer) => AddGtin("2", place, 6, ref writer)),
        "commerce.upc" => new NumberColumn(stream, UpcWord, UpcCapacity, (in rows, index, place, ref writer) => AddGtin("4", place, 10, ref writer)),
        "commerce.isbn13" => new NumberColumn(stream, BookWord, IsbnCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.Add("978");
            AddBook(place, ref writer);
            writer.Add(Gtin.Digit(writer.Text[start..]));
        }),
        "commerce.isbn10" => new NumberColumn(stream, BookWord, IsbnCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            AddBook(place, ref writer);
            int check = (11 - (Weighted.Sum(writer.Text[start..], BookWeights) % 11)) % 11;
            writer.Add(check == 10 ? 'X' : (char)('0' + check));
        }),
        "commerce.sku" => new NumberColumn(stream, SkuWord, SkuCapacity, (in rows, index, place, ref writer) =>
        {
            long letters = place / 100_000;
            writer.Add(Letters[(int)(letters / (24 * 24))]);
            writer.Add(Letters[(int)(letters / 24 % 24)]);
            writer.Add(Letters[(int)(letters % 24)]);
            writer.Add('-');
            writer.AddPadded(place % 100_000, 5);
        }),
        "commerce.order_number" => Numbered("SO-", OrderWord, stream),
        "commerce.invoice_number" => Numbered("INV-", InvoiceWord, stream),
        "commerce.tracking_number" => new NumberColumn(stream, ParcelWord, NumberCapacity, (in rows, index, place, ref writer) =>
        {
            writer.Add(Services[rows.Below(stream, Services.Length, index, KindWord)]);
            int start = writer.Length;
            writer.AddPadded(place, 8);
            int check = 11 - (Weighted.Sum(writer.Text[start..], ParcelWeights) % 11);
            writer.AddPadded(check == 10 ? 0 : check == 11 ? 5 : check, 1);
            writer.Add(Origins[rows.Below(stream, Origins.Length, index, CountryWord)]);
        }),
        _ => null,
    };

    private static NumberColumn Numbered(string front, uint word, StreamKey stream) =>
        new(stream, word, NumberCapacity, (in rows, index, place, ref writer) =>
        {
            writer.Add(front);
            writer.AddPadded(place, 8);
        });

    private static void AddGtin(string prefix, long place, int digits, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(prefix);
        writer.AddPadded(place, digits);
        writer.Add(Gtin.Digit(writer.Text[start..]));
    }

    private static void AddBook(long place, ref CellWriter writer)
    {
        writer.Add(Groups[(int)(place / 100_000_000)]);
        writer.AddPadded(place % 100_000_000, 8);
    }
}
