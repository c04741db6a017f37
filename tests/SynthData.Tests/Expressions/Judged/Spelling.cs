using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using SynthData.Batches;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Values as one text for both sides, so that alike is equal.</summary>
internal static partial class Spelling
{
    /// <summary>Our cell; decimals without zeros at their end, durations as months and microseconds.</summary>
    public static Verdict Ours(Column cells, int row, ExpressionType type)
    {
        if (cells.States[row] != CellState.Value)
            return cells.States[row] == CellState.Null ? Verdict.Null : Verdict.Error;
        switch (type.Kind)
        {
            case TypeKind.Decimal:
                return Verdict.Of(Decimal(((Int128Column)cells)[row], type.Scale));
            case TypeKind.WholeDuration or TypeKind.FineDuration:
                (long months, long micros) = Duration.Unpack(((Int128Column)cells)[row]);
                return Verdict.Of(Invariant($"{months} months {micros} micros"));
            case TypeKind.Double:
                return Verdict.Of(Real(((DoubleColumn)cells)[row]));
            default:
                return Verdict.Of(CellText.Format(cells, row, type.Column!.Value));
        }
    }

    /// <summary>What DuckDB printed, spelled as we do.</summary>
    public static Verdict Theirs(string? printed, ExpressionType type)
    {
        if (printed is null)
            return Verdict.Error;
        if (printed == DuckDbSheet.Null)
            return Verdict.Null;
        return Verdict.Of(type.Kind switch
        {
            TypeKind.Int or TypeKind.Decimal when Digits().Match(printed) is { Success: true } match =>
                Decimal(BigInteger.Parse(match.Groups[1].Value + match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[2].Length),
            TypeKind.Double => Real(double.Parse(printed.Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture)),
            TypeKind.Timestamp => WithPlaces(printed.Replace(' ', 'T')),
            TypeKind.Time => WithPlaces(printed),
            TypeKind.WholeDuration or TypeKind.FineDuration => Interval(printed),
            _ => printed,
        });
    }

    private static string Real(double value) => (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);

    private static string Decimal(BigInteger value, int scale)
    {
        while (scale > 0 && value % 10 == 0)
            (value, scale) = (value / 10, scale - 1);
        return scale == 0 ? Invariant($"{value}") : Invariant($"{value}e-{scale}");
    }

    private static string WithPlaces(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? text : text.PadRight(dot + 7, '0');
    }

    private static string Interval(string printed)
    {
        BigInteger months = 0;
        BigInteger micros = 0;
        foreach (Match match in Counted().Matches(printed))
        {
            var count = BigInteger.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            months += match.Groups[2].Value switch { "year" => count * 12, "month" => count, _ => 0 };
            micros += match.Groups[2].Value == "day" ? count * CellText.MicrosPerDay : 0;
        }

        if (Clock().Match(printed) is { Success: true } clock)
        {
            BigInteger hours = BigInteger.Parse(clock.Groups[2].Value, CultureInfo.InvariantCulture);
            int minutes = int.Parse(clock.Groups[3].Value, CultureInfo.InvariantCulture);
            decimal seconds = decimal.Parse(clock.Groups[4].Value, CultureInfo.InvariantCulture);
            BigInteger time = (((hours * 60) + minutes) * 60 * CellText.MicrosPerSecond) + (BigInteger)(seconds * CellText.MicrosPerSecond);
            micros += clock.Groups[1].Value == "-" ? -time : time;
        }

        return Invariant($"{months} months {micros} micros");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^(-?\d*)(?:\.(\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(-?\d+) (year|month|day)s?", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(-?)(\d+):(\d\d):(\d\d(?:\.\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
