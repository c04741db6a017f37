using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData;

/// <summary>Checks data that exists against a schema, whoever made it.</summary>
internal static class DataValidation
{
    /// <summary>Reads every row of every file given, and folder's file, and checks types, keys, references and rules.</summary>
    /// <exception cref="SchemaException">Schema and data do not meet (SD1, SD2).</exception>
    /// <exception cref="GenerationException">A file cannot be read (SD5).</exception>
    public static Task<ValidationReport> RunAsync(Dataset dataset, ValidationRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException(dataset.Name + request + cancellationToken);
}

/// <summary>What to check.</summary>
/// <param name="Data">Folders and files.</param>
/// <param name="AsOf">The day durations count from, or null for the schema's own.</param>
/// <param name="ShowsValues">Whether messages show values of the data; else they are masked.</param>
internal sealed record ValidationRequest(ImmutableArray<ValidationInput> Data, DateOnly? AsOf, bool ShowsValues);

/// <summary>A folder of a dataset, or the file of one table.</summary>
/// <param name="Table">The table, or null: a folder, or a file named after its table.</param>
internal sealed record ValidationInput(string? Table, string Path);

/// <summary>What was found.</summary>
/// <param name="Tables">The tables read, in schema order.</param>
/// <param name="Findings">What breaks the schema, the first few of each kind.</param>
/// <param name="Violations">How many there are altogether.</param>
internal sealed record ValidationReport(ImmutableArray<ValidatedTable> Tables, ImmutableArray<Diagnostic> Findings, long Violations);

/// <summary>One table that was read.</summary>
internal sealed record ValidatedTable(string Name, string Path, long Rows, long Violations);
