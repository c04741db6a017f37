using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Cli.Reports;

/// <summary>What was checked of one thing, such as a table.</summary>
/// <param name="Name">The dataset, or dataset and table with a dot between.</param>
internal sealed record JUnitSuite(string Name, ImmutableArray<JUnitCase> Cases)
{
    /// <summary>What is told beside the cases.</summary>
    public ImmutableArray<Diagnostic> Notes { get; init; } = [];

    public int FailureCount => Cases.Count(one => !one.Failures.IsEmpty && !one.IsError);

    public int ErrorCount => Cases.Count(one => !one.Failures.IsEmpty && one.IsError);

    public int SkippedCount => Cases.Count(one => one.Failures.IsEmpty && one.Skipped is not null);

    /// <summary>A case for each diagnostic, or the one that holds where there is none.</summary>
    /// <param name="right">What holds, such as <c>the schema is right</c>.</param>
    public static JUnitSuite Of(string name, string right, ImmutableArray<Diagnostic> wrong, bool isError = false)
    {
        ImmutableArray<JUnitCase> cases =
        [
            .. wrong.GroupBy(NameOf).SelectMany(alike => alike.Select((diagnostic, index) =>
                new JUnitCase(index == 0 ? alike.Key : $"{alike.Key} {index + 1}", [diagnostic]) { IsError = isError })),
        ];
        return new JUnitSuite(name, cases.IsEmpty ? [new JUnitCase(right, [])] : cases);
    }

    private static string NameOf(Diagnostic diagnostic) => diagnostic.Position is { } position ? $"{position} {diagnostic.Code}" : diagnostic.Code;
}
