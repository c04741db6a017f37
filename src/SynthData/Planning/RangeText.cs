using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>How ends, anchors and distances are written: as literals, durations, <c>today</c> or expressions.</summary>
internal static partial class RangeText
{
    /// <summary>The expression that an end or an anchor stands for.</summary>
    public static string Anchor(SchemaScalar scalar)
    {
        string text = scalar.Text.Trim();
        if (text == "today")
            return "today()";
        if (Duration().IsMatch(text))
            return text[0] == '-' ? $"today() - {text[1..]}" : $"today() + {text.TrimStart('+')}";
        if (CellText.TryParseDate(text, out _))
            return $"date '{text}'";
        return CellText.TryParseTimestamp(text, out _) ? $"timestamp '{text}'" : text;
    }

    /// <summary>The duration that a distance stands for; a bare 0 is none.</summary>
    public static string Distance(string text) => text.Trim() is "0" ? "0d" : text.Trim();

    public static bool IsNumber(string text) =>
        decimal.TryParse(
            text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>A duration in microseconds; months and years are those from 2000 on.</summary>
    public static long? Micros(PlanDraft plan, SchemaScalar scalar)
    {
        string text = scalar.Text.Trim().TrimStart('+');
        if (!Duration().IsMatch(text))
            return null;
        var start = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        BoundExpression? sum = plan.Expression(plan.Tables[0], new ExpressionText($"timestamp '2000-01-01 00:00:00' + ({text})", scalar.Position));
        var frame = new Frame(0);
        frame.Reset([0]);
        var value = new Int64Column();
        sum?.EvaluateInto(frame, value, new ColumnType(ColumnKind.Timestamp));
        return sum is null || value.States[0] != CellState.Value ? null : value[0] - ((start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>Whether a text looks like a date, which bare arithmetic of whole numbers can.</summary>
    public static bool IsDateLike(string text) => DateLike().IsMatch(text);

    [GeneratedRegex("^[+-]?[0-9][0-9_]*(y|mo|w|d|h|min|s)$")]
    private static partial Regex Duration();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$")]
    private static partial Regex DateLike();
}
