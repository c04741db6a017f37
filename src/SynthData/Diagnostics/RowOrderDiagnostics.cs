using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD1070 to SD1079: what reading alone can tell of rows that follow one another within a parent, and of how many there are.</summary>
internal static class RowOrderDiagnostics
{
    public static readonly DiagnosticDescriptor TotalBesideExact = Error(
        "SD1070", "{0} has a 'total' beside a count that is 'exact'.", "Leave out 'exact', which the total would change, or the 'total', which exact counts give by themselves.",
        "A `total` shares rows among the parents by what they drew, so that no count stays the one that was drawn.");

    public static readonly DiagnosticDescriptor SeriesSpacing = Error(
        "SD1071", "{0} needs one of 'every', 'gap' and 'end' to say how its moments follow one another, and has {1}.",
        "Write `every: 15min` for regular moments, `gap: {{ exponential: {{ mean: 36h }} }}` for arrivals, or `end: today` for arrivals between start and end.",
        "How many moments there are is the count of rows. With `every` or `gap` they go on from the start; with `end` they lie between start and end.");

    public static readonly DiagnosticDescriptor ProfileLeavesNothing = Error(
        "SD1072", "{0} leaves no hour of the week in which anything happens.", "Give some hours and some days a weight above 0.",
        "The weight of an hour of the week is that of the hour times that of the day.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TotalBesideExact, SeriesSpacing, ProfileLeavesNothing];
}
