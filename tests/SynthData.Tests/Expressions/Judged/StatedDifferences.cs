using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Every place where the judge is not followed.</summary>
internal static class StatedDifferences
{
    public static ImmutableArray<StatedDifference> All { get; } =
    [
        new("division by zero", "NULL, infinity or NaN there; an error here, as the language says.",
            cell => cell.Fault == "SD4101" && (cell.Theirs.State == CellState.Null || IsNotFinite(cell.Theirs))),
        new("not finite", "Infinity or NaN there; an error here: no column can hold it.",
            cell => cell.Fault is "SD4100" or "SD4102" && IsNotFinite(cell.Theirs)),
        new("error left aside", "Every row of a part is evaluated there; here an error counts only where the result needs the part.",
            cell => cell.IsTheirError && !cell.IsOurError && cell.Parts.Any(part => part.State == CellState.Error)),
        new("years 1 to 9999", "Dates go further there; here one outside of these years is an error.",
            cell => cell.Fault == "SD4103" && cell.Type.Kind is TypeKind.Date or TypeKind.Timestamp && !IsOurCalendar(cell.Theirs.Text)),
        new("times stay in their day", "A time past midnight begins again there; here it is an error.",
            cell => cell.Fault == "SD4102" && cell.Type.Kind == TypeKind.Time && cell.Piece.Operation is "+" or "-"),
        new("texts are read strictly", "Casts of texts are lenient there; here a text is read in the spelling of CSV only.",
            cell => cell.Fault == "SD4104" && cell.Piece.Operation.StartsWith("cast as ", StringComparison.Ordinal)),
        new("positions below 1", "Positions and lengths below 0 count from the end there; here they are an error.",
            cell => cell.Fault == "SD4102" && cell.Piece.Operation == "substring"),
        new("lengths of 32 bits", "A position or length over 32 bits is an error there; here it is as good as the whole text.",
            cell => cell.IsTheirError && cell.Piece.Operation is "substring" or "lpad" or "rpad" && cell.HasPart(IsLong)),
        new("texts of any length", "A text that is filled up may have gigabytes there; here there is a limit.",
            cell => cell.Fault == "SD4105" && cell.Theirs.State == CellState.Value && cell.Piece.Operation is "lpad" or "rpad"),
        new("null beside an error", "A null known beforehand makes the whole NULL there; here the error is graver.",
            cell => cell.IsOurError && cell.Theirs.State == CellState.Null && HasState(cell, CellState.Error) && HasState(cell, CellState.Null)),
        new("durations of 32 bits", "More than 32 bits of months, or a factor of more, are an error there; here durations have 60 bits of each.",
            cell => cell.Type.IsDuration && cell.IsTheirError && cell.Ours.State == CellState.Value && (!IsMonths(cell.Ours.Text) || cell.HasPart(IsLong))),
        new("parts of a month", "Half a month is 15 days there; here months stay whole or it is an error.",
            cell => cell.Fault == "SD4102" && cell.Type.IsDuration && cell.HasPart(text => text.Contains(" months ", StringComparison.Ordinal) && text[0] != '0')),
        new("doubles as decimals", "A double is multiplied first there; here its own value is rounded, once.",
            cell => cell.AreBothValues && cell.Piece.Operation.StartsWith("cast as decimal", StringComparison.Ordinal) && cell.Piece.Parts[0].Kind == TypeKind.Double
                && IsWithinAPlace(cell.Ours.Text, cell.Theirs.Text, cell.Type.Scale)),
        new("decimals as doubles", "Whole and fraction become doubles apart there; here the nearest double is taken.",
            cell => cell.AreBothValues && cell.Type.Kind == TypeKind.Double && cell.Piece.Parts.Any(part => part.Kind == TypeKind.Decimal)
                && (cell.Piece.Operation == "%" || IsNear(cell.Ours.Text, cell.Theirs.Text, 1e-15))),
        new("durations of 60 bits", "Microseconds have 63 bits there; here durations are kept small enough to add up without a check.",
            cell => cell.Type.IsDuration && cell.IsOurError && cell.Theirs.State == CellState.Value && IsOverMicros(cell.Theirs.Text)),
        new("conditions of case", "A condition ends at its first part that is not true there; here an error in it is one.",
            cell => cell.IsOurError && cell.Piece.Operation == "case" && HasState(cell, CellState.Error)),
        new("decimals of 38 digits", "More than 38 digits on the way are an error there, for a remainder twice the places too; here 128 bits are.",
            cell => cell.IsTheirError && !cell.IsOurError && cell.Type.Kind == TypeKind.Decimal && HasManyDigits(cell)),
        new("remainder by -1", "The smallest whole number has none there; here it is 0.",
            cell => cell.IsTheirError && cell.Piece.Operation == "%" && cell.Ours.Text == "0" && cell.HasPart(text => text == "-1")),
        new("microseconds of a product", "A part of a duration is rounded there after another multiplication.",
            cell => cell.AreBothValues && cell.Piece.Operation == "*" && IsWithinAMicrosecond(cell.Ours.Text, cell.Theirs.Text)),
        new("last places", "Logarithm, exponential and power are our own, the same on every machine; 13 places agree.",
            cell => cell.AreBothValues && cell.Piece.Operation is "ln" or "exp" or "power" && IsNear(cell.Ours.Text, cell.Theirs.Text, 1e-13)),
        new("spelling of fractions", "Trailing zeros of seconds and the zero before a point are left out there.",
            cell => cell.AreBothValues && cell.Piece.Operation == "cast as string" && Trimmed(cell.Ours.Text) == Trimmed(cell.Theirs.Text)),
        new("spelling of doubles", "1 is 1.0 and 1E+20 is 1e+20 there; the number is the same.",
            cell => cell.AreBothValues && cell.Piece.Operation == "cast as string" && cell.Piece.Parts[0].Kind == TypeKind.Double && IsNear(cell.Ours.Text, cell.Theirs.Text, 0)),
        new("case of few letters", "A few letters have a capital there that the invariant culture does not give: ı, ß and the like.",
            cell => cell.AreBothValues && cell.Piece.Operation is "upper" or "lower" && cell.HasPart(text => text.AsSpan().IndexOfAny("ıİßſ") >= 0)),
    ];

    private static bool IsOurCalendar(string text) =>
        text.IndexOf("BC", StringComparison.Ordinal) < 0 && text.IndexOf('-', StringComparison.Ordinal) == 4;

    private static bool HasState(Comparison cell, CellState state) => cell.Parts.Any(part => part.State == state);

    private static bool IsLong(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value != (int)value;

    private static bool HasManyDigits(Comparison cell)
    {
        int places = cell.Piece.Operation is "%" or "*" ? Math.Min(36, 2 * cell.Type.Scale) : cell.Type.Scale;
        return cell.Parts.Append(cell.Ours).Any(each => each.State == CellState.Value && Math.Abs(Number(each.Text)) >= Math.Pow(10, 38 - places));
    }

    private static bool IsMonths(string duration) => int.TryParse(duration.Split(' ')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsOverMicros(string duration) => Int128.Abs(Int128.Parse(duration.Split(' ')[2], CultureInfo.InvariantCulture)) > 1L << 60;

    private static bool IsWithinAMicrosecond(string ours, string theirs)
    {
        string[] left = ours.Split(' ');
        string[] right = theirs.Split(' ');
        return left.Length == 4 && left[0] == right[0] && IsWithin(left[2], right[2], Math.Max(1, 1e-15 * Math.Abs(Number(left[2]))));
    }

    private static bool IsNear(string ours, string theirs, double share)
    {
        return IsWithin(ours, theirs, Math.Abs(Number(ours)) * share);
    }

    private static bool IsWithin(string ours, string theirs, double distance) => Math.Abs(Number(ours) - Number(theirs)) <= distance;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsWithinAPlace(string ours, string theirs, int scale)
    {
        return IsWithin(ours, theirs, Math.Max(1.01 * Math.Pow(10, -scale), 1e-15 * Math.Abs(Number(ours))));
    }

    private static string Trimmed(string text) => text.Contains('.', StringComparison.Ordinal)
        ? text.TrimEnd('0').Replace("-0.", "-.", StringComparison.Ordinal) is ['0', '.', .. var rest] ? "." + rest : text.TrimEnd('0').Replace("-0.", "-.", StringComparison.Ordinal)
        : text;

    private static bool IsNotFinite(Verdict verdict) => verdict.Text is "Infinity" or "-Infinity" or "NaN";
}
