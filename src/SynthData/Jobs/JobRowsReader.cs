using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Reads <c>rows</c> and <c>rows_from</c>: a number, or a map from table to number.</summary>
internal sealed class JobRowsReader(SchemaReading reading, JobParams values)
{
    /// <param name="countsDays">Whether <c>{ since: DAY }</c> may stand for a number.</param>
    public ImmutableArray<JobRows> Read(MapNode map, string key, bool countsDays)
    {
        SchemaNode? node = map[key];
        if (node is null)
            return [];
        if (node is ScalarNode or ListNode || IsSince(node, countsDays))
            return ReadOne(table: null, node, key, countsDays) is { } only ? [only] : [];
        return [.. ((MapNode)node).Entries.Select(entry => ReadOne(entry.Text ?? "", entry.Value, $"{key}.{entry.Text}", countsDays)).OfType<JobRows>()];
    }

    private static bool IsSince(SchemaNode node, bool countsDays) => countsDays && node is MapNode { Entries: [{ Text: "since" }] };

    private JobRows? ReadOne(string? table, SchemaNode node, string what, bool countsDays)
    {
        if (!IsSince(node, countsDays))
            return reading.Whole(node, $"'{what}'", 0, long.MaxValue) is { } count ? new JobRows(table, count, null, node.Position) : null;
        SchemaNode since = ((MapNode)node).Entries[0].Value;
        if (values.ReadDay(since, $"'since' of '{what}'") is not { } first)
            return null;
        if (values.AsOf is not { } day)
            reading.Report(JobDiagnostics.NeedsDay, since.Position, $"'since' of '{what}'");
        else if (day < first)
            reading.Report(JobDiagnostics.BeforeFirstDay, since.Position, $"'{what}'", $"{first:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");
        else
            return new JobRows(table, day.DayNumber - first.DayNumber, first, since.Position);
        return null;
    }
}
