using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Json;

namespace SynthData;

/// <summary>A file that holds rows of a table, whoever made it.</summary>
/// <param name="HasEscapedFormulas">Whether an apostrophe was put before texts that a spreadsheet would run; it is taken off again.</param>
internal sealed record TableFile(string Path, ITableFormat Format, bool HasEscapedFormulas = false)
{
    /// <summary>The format that a file's name says; null for none that is read.</summary>
    public static ITableFormat? FormatOf(string path) =>
        FormatChoice.NamedBy(path) is ({ } format and not "sql", var compression) ? FormatChoice.Of(format, compression, null).Open() : null;

    /// <summary>Finds the columns and their types where no schema says them; texts, numbers and days may so be told apart only by all rows.</summary>
    /// <exception cref="GenerationException">The file cannot be read (SD5030).</exception>
    public async Task<ImmutableArray<BatchColumn>> FindColumnsAsync(CancellationToken cancellationToken)
    {
        await using FileStream stream = Open();
        return await Format.FindColumnsAsync(stream, Path, cancellationToken);
    }

    /// <summary>Looks at the columns: how they differ from the expected, whose absence is known without reading more than is needed.</summary>
    /// <remarks>
    /// CSV and Parquet say at their start what columns they have. JSON lines are read until each visible column had a value,
    /// so usually a batch; a column without a value is missing where no row has its key, if there is a row.
    /// </remarks>
    /// <param name="visible">Names of the columns that must be there.</param>
    /// <exception cref="GenerationException">The file cannot be read (SD5030).</exception>
    public async Task<IReadOnlyList<HeaderProblem>> PeekAsync(
        string table, ImmutableArray<BatchColumn> columns, IReadOnlySet<string> visible, CancellationToken cancellationToken)
    {
        await using FileStream stream = Open();
        await using ITableReader reader = Format.OpenReader(table, columns, stream, Path);
        HashSet<string> open = [.. columns.Select(column => column.Name)];
        bool hasRows = false;
        await foreach (ReadRows read in reader.ReadAsync(cancellationToken))
        {
            if (Format is not JsonFormat)
                return reader.HeaderProblems;
            hasRows = true;
            open.RemoveWhere(name => HasValue(read.Rows, columns.IndexOf(columns.First(column => column.Name == name))));
            if (!open.Overlaps(visible))
                return [.. open.Select(name => new HeaderProblem(HeaderProblemKind.Missing, name))];
        }

        return hasRows || Format is not JsonFormat ? reader.HeaderProblems : [];
    }

    /// <summary>Reads the rows.</summary>
    /// <param name="columns">Those that are there.</param>
    /// <param name="header">Takes what is wrong with the columns, once all rows are read.</param>
    /// <exception cref="GenerationException">The file cannot be read (SD5030).</exception>
    public async IAsyncEnumerable<ReadRows> ReadAsync(
        string table, ImmutableArray<BatchColumn> columns, Action<HeaderProblem> header, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using FileStream stream = Open();
        await using ITableReader reader = Format.OpenReader(table, columns, stream, Path);
        await foreach (ReadRows read in reader.ReadAsync(cancellationToken))
        {
            if (HasEscapedFormulas)
                Unescape(read.Rows);
            yield return read;
        }

        foreach (HeaderProblem problem in reader.HeaderProblems)
            header(problem);
    }

    private static bool HasValue(RowBatch rows, int column)
    {
        foreach (CellState state in rows.Cells(column).States)
        {
            if (state != CellState.Null)
                return true;
        }

        return false;
    }

    private static void Unescape(RowBatch rows)
    {
        foreach (TextColumn texts in Enumerable.Range(0, rows.Columns.Length).Select(rows.Cells).OfType<TextColumn>())
        {
            for (int row = 0; row < rows.RowCount; row++)
            {
                if (!texts.IsNull(row) && texts[row].StartsWith('\'') && FormulaText.IsFormula(texts[row][1..]))
                    texts.Set(row, texts[row][1..].ToString());
            }
        }
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            throw new GenerationException(OutputDiagnostics.DataUnreadable.At(null, Path, Format.Name, failure.Message), failure);
        }
    }
}
