using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>International account numbers (ISO 13616) in their electronic form, without blanks.</summary>
internal static class Iban
{
    public static void Add(string country, Account account, AccountFormat format, ref CellWriter writer)
    {
        Span<char> buffer = stackalloc char[34];
        var bban = new CellWriter(buffer);
        format.AddBban(account, ref bban);
        int rest = Mod97.Remainder(country, Mod97.Remainder(bban.Text));
        writer.Add(country);
        writer.AddPadded(98 - Mod97.Remainder("00", rest), 2);
        writer.Add(bban.Text);
    }
}
