using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>A plan in words and numbers, for <c>synthdata plan</c>: what would be done and cost.</summary>
internal sealed record PlanReport(
    string Dataset,
    ulong Seed,
    int Generator,
    DateOnly? AsOf,
    ImmutableArray<TableReport> Tables,
    ModelEstimate? Model,
    ImmutableArray<Diagnostic> Warnings)
{
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>One table of a <see cref="PlanReport"/>, parents first.</summary>
/// <param name="RowsFrom">Where the number comes from, such as <c>1 to 7 per customers</c>.</param>
/// <param name="Columns">In output order.</param>
/// <param name="Stages">Names of the columns filled together, in order of filling.</param>
internal sealed record TableReport(
    string Name, long Rows, string RowsFrom, bool IsWritten, ImmutableArray<ColumnReport> Columns, ImmutableArray<string> Stages, ImmutableArray<RuleReport> Rules)
{
    /// <summary>What becomes of rows that a model does not solve; null without prompts for one.</summary>
    public string? Unsolved { get; init; }

    /// <summary>What a model is shown with each row to make texts differ, where the schema names no axes.</summary>
    public ImmutableArray<string> DefaultAxes { get; init; } = [];
}

/// <summary>One column of a <see cref="TableReport"/>.</summary>
/// <param name="Source">The source's keyword, or <c>model</c>, <c>fallback</c>.</param>
/// <param name="Detail">What it does, in a few words, and for a guessed source the line to write.</param>
/// <param name="IsPrefixStable">Whether the first 100 of 1,000 rows are the 100 rows.</param>
/// <param name="ShareCut">The share of its distribution that the range cuts away, or null.</param>
internal sealed record ColumnReport(string Name, string Type, string Source, string Detail, bool IsPrefixStable, double? ShareCut);

/// <summary>One rule of a <see cref="TableReport"/>.</summary>
/// <param name="Means">How it is kept: <c>redraw</c>, <c>by construction</c>, <c>verified</c>.</param>
/// <param name="Probed">Rows probed, or 0.</param>
/// <param name="Rejected">Of those, first draws that broke the rule.</param>
internal sealed record RuleReport(string Rule, string Means, int Probed, int Rejected);

/// <summary>What asking a model would take if every answer is right: an estimate.</summary>
/// <param name="Scale">The encoding that tokens were counted in, or <c>characters</c> where the model's is not known.</param>
/// <param name="Cost">In whatever the prices are in; null without prices.</param>
/// <param name="Least">The time that the limits of a minute alone make it take; null without limits.</param>
internal sealed record ModelEstimate(
    string Model, string Scale, long Cells, long Calls, long TokensIn, long TokensOut, decimal? Cost, TimeSpan? Least, ImmutableArray<TableEstimate> Tables);

/// <summary>A table's part of a <see cref="ModelEstimate"/>.</summary>
internal sealed record TableEstimate(string Table, long Cells, long Calls, long TokensIn, long TokensOut);
