using System.Collections.Immutable;
using SynthData.Comparing;
using SynthData.Diagnostics;

namespace SynthData;

/// <summary>Thresholds beside what was measured.</summary>
internal static class LikenessVerdict
{
    /// <summary>Tells what is further apart than thresholds let pass.</summary>
    public static IEnumerable<Diagnostic> Passed(TableLikeness table, ImmutableArray<LikenessThreshold> thresholds) =>
        from threshold in thresholds
        from distance in Distances(table)
        where distance.Measure == threshold.Measure && distance.Value > threshold.Most
        select ComparingDiagnostics.ThresholdPassed.At(null, distance.Where, threshold.Measure, distance.Value, threshold.Most);

    /// <summary>Tells which thresholds no table has a measure for.</summary>
    public static IEnumerable<Diagnostic> Idle(ImmutableArray<TableLikeness> tables, ImmutableArray<LikenessThreshold> thresholds) =>
        thresholds.Where(threshold => !tables.SelectMany(Distances).Any(distance => distance.Measure == threshold.Measure))
            .Select(threshold => ComparingDiagnostics.ThresholdIdle.At(null, threshold.Measure));

    private static IEnumerable<(string Where, string Measure, double Value)> Distances(TableLikeness table) =>
    [
        .. from column in table.Columns
           from value in column.Values
           select ($"Column '{column.Name}' of table '{table.Name}'", value.Name, value.Distance),
        .. table.Pairs.Select(pair => ($"Columns '{pair.First}' and '{pair.Second}' of table '{table.Name}'", Measure.Association.Name, pair.Distance)),
    ];
}
