using System.Globalization;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A French register number (NIR): sex, year, month and department of birth, commune, order, and the key that completes it to 97.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class FrenchRegisterNumber : NationalNumber
{
    private const int FirstYear = 1_940;
    private const int Years = 66;
    private const int Months = 12;
    private const int Departments = 95;
    private const int Communes = 989;
    private const int Orders = 999;

    public override long Capacity => (long)Years * Months * Departments * Communes * Orders;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add(isMale ? '1' : '2');
        writer.AddPadded((FirstYear + (place / ((long)Months * Departments * Communes * Orders))) % 100, 2);
        writer.AddPadded(1 + (place / ((long)Departments * Communes * Orders) % Months), 2);
        // Corsica's 20 gave way to 2A and 2B, which need another arithmetic; those born there before 1976 keep it.
        writer.AddPadded(1 + (place / (Communes * Orders) % Departments), 2);
        writer.AddPadded(1 + (place / Orders % Communes), 3);
        writer.AddPadded(1 + (place % Orders), 3);
        writer.AddPadded(97 - Mod97.Remainder(writer.Text[start..]), 2);
    }
}

/// <summary>A French number for taxes (SPI): ten digits that begin with 3, and what they leave when divided by 511.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class FrenchTaxNumber : NationalNumber
{
    public override long Capacity => 1_000_000_000;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add('3');
        writer.AddPadded(place, 9);
        writer.AddPadded(long.Parse(writer.Text[start..], NumberStyles.None, CultureInfo.InvariantCulture) % 511, 3);
    }
}
