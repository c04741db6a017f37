using System.Collections.Immutable;

namespace SynthData;

/// <summary>What to check.</summary>
/// <param name="Data">Folders and files.</param>
/// <param name="AsOf">The day durations count from, or null for that of the data's manifest, else the schema's own.</param>
/// <param name="ShowsValues">Whether messages show values of the data; else they are masked.</param>
internal sealed record ValidationRequest(ImmutableArray<ValidationInput> Data, DateOnly? AsOf, bool ShowsValues);

/// <summary>A folder of a dataset, or the file of one table.</summary>
/// <param name="Table">The table, or null: a folder, or a file named after its table.</param>
internal sealed record ValidationInput(string? Table, string Path);
