using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>Makes the numbers of a security and of who issued it: CUSIP, the ISIN made of it, a ticker, an LEI.</summary>
internal static class SecurityColumns
{
    /// <summary>Four digits of the issuer and two characters of the issue.</summary>
    public const long CusipCapacity = 10_000L * 34 * 34;

    public const long SedolCapacity = 27L * 27 * 27 * 100;

    /// <summary>Four letters.</summary>
    public const long TickerCapacity = 26 * 26 * 26 * 26;

    /// <summary>Twelve digits.</summary>
    public const long LeiCapacity = 1_000_000_000_000;

    private const uint CusipWord = 0;
    private const uint TickerWord = 1;
    private const uint LeiWord = 2;
    private const uint SedolWord = 3;

    // No I and O; SEDOL leaves out vowels.
    private const string IssueCharacters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Consonants = "BCDFGHJKLMNPQRSTVWXYZ";

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "finance.cusip" => new NumberColumn(stream, CusipWord, CusipCapacity, (in rows, index, place, ref writer) => AddCusip(place, ref writer)),
        "finance.isin" => new NumberColumn(stream, CusipWord, CusipCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.Add("US");
            AddCusip(place, ref writer);
            writer.Add(Luhn.DigitOfText(writer.Text[start..]));
        }),
        "finance.sedol" => new NumberColumn(stream, SedolWord, SedolCapacity, (in rows, index, place, ref writer) => AddSedol(place, ref writer)),
        "finance.ticker" => new NumberColumn(stream, TickerWord, TickerCapacity, (in rows, index, place, ref writer) =>
        {
            for (int divisor = 26 * 26 * 26; divisor > 0; divisor /= 26)
                writer.Add((char)('A' + (place / divisor % 26)));
        }),
        "finance.lei" => new NumberColumn(stream, LeiWord, LeiCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.Add("999900");
            writer.AddPadded(place, 12);
            writer.AddPadded(Mod97.Check(writer.Text[start..]), 2);
        }),
        _ => null,
    };

    private static void AddCusip(long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add("99");
        writer.AddPadded(place / (34 * 34), 4);
        writer.Add(IssueCharacters[(int)(place / 34 % 34)]);
        writer.Add(IssueCharacters[(int)(place % 34)]);
        writer.Add(Cusip.Digit(writer.Text[start..]));
    }

    // A letter, then letters or digits, then the digit that completes the weighted sum to tens.
    private static void AddSedol(long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add('B');
        long letters = place / 100;
        for (int divisor = 27 * 27; divisor > 0; divisor /= 27)
        {
            int character = (int)(letters / divisor % 27);
            writer.Add(character < 6 ? (char)('4' + character) : Consonants[character - 6]);
        }

        writer.AddPadded(place % 100, 2);
        ReadOnlySpan<int> weights = [1, 3, 1, 7, 3, 9];
        int sum = 0;
        ReadOnlySpan<char> text = writer.Text[start..];
        for (int index = 0; index < weights.Length; index++)
            sum += weights[index] * (char.IsAsciiDigit(text[index]) ? text[index] - '0' : text[index] - 'A' + 10);
        writer.Add((char)('0' + ((10 - (sum % 10)) % 10)));
    }
}
