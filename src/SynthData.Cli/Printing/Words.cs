using System.Globalization;

namespace SynthData.Cli.Printing;

/// <summary>Numbers as people read them; invariant.</summary>
internal static class Words
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Rows(long rows) => rows == 1 ? "1 row" : $"{Number(rows)} rows";

    /// <summary>A text that fits a place, with a mark where it was cut; never half a letter.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width)
            return text;
        int end = Math.Max(1, width - 1);
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }

    public static string Share(double share) => (share * 100).ToString(share < 0.01 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>An amount in whatever the prices are in.</summary>
    public static string Money(decimal amount) => amount.ToString(amount >= 1 ? "#,0.00" : amount >= 0.001m ? "0.####" : "0.######", CultureInfo.InvariantCulture);

    public static string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        double amount = bytes;
        int unit = 0;
        while (amount >= 1_000 && unit < units.Length - 1)
        {
            amount /= 1_000;
            unit++;
        }

        return amount.ToString(unit == 0 || amount >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + units[unit];
    }

    public static string Duration(TimeSpan elapsed) => elapsed.TotalSeconds < 60
        ? elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : $"{(int)elapsed.TotalMinutes} min {elapsed.Seconds} s";
}
