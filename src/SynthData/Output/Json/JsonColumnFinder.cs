using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Json;

/// <summary>Finds the columns of a file of JSON lines by the keys of its rows, and their types by every value.</summary>
internal static class JsonColumnFinder
{
    /// <param name="open">Opens a reader of the file from its start.</param>
    public static async ValueTask<ImmutableArray<BatchColumn>> FindAsync(
        Func<ImmutableArray<BatchColumn>, ITableReader> open, CancellationToken cancellationToken)
    {
        string[] names = await NamesAsync(open([]), cancellationToken);

        // Read as texts, whatever is none is a problem that carries its characters: a number or true, or what no column holds.
        ImmutableArray<BatchColumn> columns = [.. names.Select(name => new BatchColumn(name, ColumnType.Text))];
        TypeGuess[] quoted = [.. names.Select(_ => new TypeGuess(ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Time, ColumnKind.Uuid))];
        TypeGuess[] bare = [.. names.Select(_ => new TypeGuess(ColumnKind.Bool, ColumnKind.Int64, ColumnKind.Double))];
        var isQuoted = new bool[names.Length];
        await using ITableReader reader = open(columns);
        await foreach (ReadRows read in reader.ReadAsync(cancellationToken))
        {
            for (int column = 0; column < names.Length; column++)
                isQuoted[column] |= AddTexts((TextColumn)read.Rows.Cells(column), quoted[column]);
            foreach (CellProblem problem in read.Problems.Where(problem => problem.Column is not null))
                bare[Array.IndexOf(names, problem.Column)].Add(problem.Text);
        }

        return [.. names.Select((name, column) => new BatchColumn(name, (isQuoted[column] ? quoted : bare)[column].Type))];
    }

    private static async Task<string[]> NamesAsync(ITableReader reader, CancellationToken cancellationToken)
    {
        await using ITableReader opened = reader;
        await foreach (ReadRows _ in opened.ReadAsync(cancellationToken))
        {
            // What the rows have is known once all are read.
        }

        return [.. opened.HeaderProblems.Where(problem => problem.Kind == HeaderProblemKind.Unknown).Select(problem => problem.Column).Distinct(StringComparer.Ordinal)];
    }

    private static bool AddTexts(TextColumn cells, TypeGuess guess)
    {
        bool hasTexts = false;
        for (int row = 0; row < cells.Count; row++)
        {
            if (cells.IsNull(row))
                continue;
            hasTexts = true;
            guess.Add(cells[row]);
        }

        return hasTexts;
    }
}
