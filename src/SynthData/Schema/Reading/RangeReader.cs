using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the two ends of a range.</summary>
internal static class RangeReader
{
    public static RangeEnds? Read(SchemaNode node, string what, SchemaReading reading, ColumnType? type = null)
    {
        if (node is not ListNode { Items: [ScalarNode { IsNull: false } low, ScalarNode { IsNull: false } high] } list)
        {
            string found = node is ListNode other ? $"a list of {other.Items.Length}" : node.Shape;
            reading.Report(
                SchemaDiagnostics.WrongShape, node.Position, what, found, "a list of both ends, [low, high], with quotes round an end that holds a comma");
            return null;
        }

        bool isGood = CheckDate(low, what, reading, type) & CheckDate(high, what, reading, type);
        return isGood ? new RangeEnds(low.ToScalar(), high.ToScalar(), list.Position) : null;
    }

    /// <summary>Reads the two ends of <c>within</c>, which are durations.</summary>
    public static RangeEnds? ReadDurations(SchemaNode node, string what, SchemaReading reading)
    {
        if (Read(node, what, reading) is not { } ends || node is not ListNode { Items: [ScalarNode low, ScalarNode high] })
            return null;
        bool isGood = true;
        foreach (ScalarNode end in new[] { low, high })
        {
            if (Literals.IsDuration(end.Text))
                continue;
            reading.BadLiteral(end, $"an end of {what}", "a duration such as 2h or 6d");
            isGood = false;
        }

        return isGood ? ends : null;
    }

    /// <summary>Refuses what looks like a date and is none, or stands where a number belongs.</summary>
    public static bool CheckDate(ScalarNode scalar, string what, SchemaReading reading, ColumnType? type)
    {
        if (!Literals.LooksLikeDate(scalar.Text))
            return true;
        if (type is { IsNumeric: true })
        {
            reading.Report(
                SchemaDiagnostics.DateAsArithmetic, scalar.Position, what, scalar.Text, type, scalar.Text.Replace("-", " - ", StringComparison.Ordinal));
            return false;
        }

        if (Literals.TryDate(scalar.Text, out _))
            return true;
        reading.Report(SchemaDiagnostics.BadDate, scalar.Position, what, scalar.Text);
        return false;
    }
}
