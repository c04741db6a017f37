using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Where keys come from that no parent has: rows behind the parent's last one, which are never made.</summary>
internal static class OrphanKeys
{
    /// <summary>Rows behind the last that keys are taken from.</summary>
    public const long Most = 1_000;

    /// <summary>Says why a reference can have no orphans; null where it can.</summary>
    public static string? WhyNot(TableDraft table, LookupCells lookup, ColumnSchema column)
    {
        TableDraft parent = table.Plan.Tables[lookup.ParentTable];
        ReferenceTarget[] targets = [.. ((ReferenceSource)column.Source!).Targets];
        CellDraft?[] keys = [.. targets.Select(target => parent.Find(target.Column))];
        return keys.All(key => key?.Source is SequenceCells or UuidCells or PatternCells { IsUnique: true })
            ? null
            : $"no key that table '{parent.Name}' does not have can be made: its key is neither a sequence, nor a UUID, nor a unique pattern";
    }

    /// <summary>How many keys there are that no parent has, up to <see cref="Most"/>.</summary>
    public static long Count(CellSource key, ColumnType type, long parents) => key switch
    {
        SequenceCells sequence => Fit(sequence, type, parents),
        PatternCells pattern => pattern.Pattern.Capacity <= (UInt128)parents ? 0 : (long)UInt128.Min(pattern.Pattern.Capacity - (UInt128)parents, Most),
        _ => Most,
    };

    private static long Fit(SequenceCells sequence, ColumnType type, long parents)
    {
        (long low, long high) = TypeLimits.Of(type);
        Int128 room = sequence.Step > 0
            ? ((Int128)high - sequence.Start) / sequence.Step
            : ((Int128)sequence.Start - low) / -(Int128)sequence.Step;
        return (long)Int128.Clamp(room + 1 - parents, 0, Most);
    }
}
