using SynthData.Diagnostics;

namespace SynthData.Jobs;

/// <summary>Rows of a table, or the first of them.</summary>
/// <param name="Table">Null for the one table with a number of its own.</param>
/// <param name="Since">Where a day stands for the number: the rows of the days from then to the job's day.</param>
internal sealed record JobRows(string? Table, long Count, DateOnly? Since, SourcePosition Position);
