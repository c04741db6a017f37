using System.Collections.Immutable;
using System.Globalization;
using SynthData.Planning;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases;

/// <summary>Where sequences of a plan have to start so that they go on behind the rows of a database.</summary>
internal static class SequenceEnds
{
    /// <summary>Reads the greatest value of each written sequence, once, and keeps others from writing until the transaction ends.</summary>
    /// <param name="firstRow">The index of the first row that is made of a table: rows that earlier runs made have their values by the schema.</param>
    /// <returns>Starts by <c>table.column</c>, of sequences whose first values made are behind what is there already; never before the schema's own.</returns>
    public static async Task<ImmutableSortedDictionary<string, long>> ReadAsync(
        IDatabase database, DatasetPlan plan, Func<int, long> firstRow, CancellationToken cancellationToken)
    {
        var starts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (TablePlan table in plan.Tables.Where(table => table.IsWritten))
        {
            ImmutableArray<DatabaseColumn> found = await database.ColumnsOfAsync(table.Name, cancellationToken);
            if (found.IsEmpty)
                continue;
            await database.LockAsync([table.Name], cancellationToken);
            foreach (CellPlan cell in table.Visible.Select(slot => table.Cells[slot]).Where(cell => found.Any(column => column.Name == cell.Name)))
            {
                if (cell.Source is SequenceCells sequence && await StartAsync(database, table.Name, cell.Name, sequence, firstRow(table.Index), cancellationToken) is { } start)
                    starts.Add($"{table.Name}.{cell.Name}", start);
            }
        }

        return starts.ToImmutable();
    }

    private static async Task<long?> StartAsync(IDatabase database, string table, string column, SequenceCells sequence, long firstRow, CancellationToken cancellationToken)
    {
        string last = sequence.Step > 0 ? "max" : "min";
        string? there = await database.AskAsync($"SELECT {last}({SqlSpelling.Name(column)}) FROM {SqlSpelling.Name(table)}", cancellationToken);
        if (!decimal.TryParse(there, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal end))
            return null;
        Int128 start = (Int128)(sequence.Step > 0 ? decimal.Ceiling(end) : decimal.Floor(end)) + ((Int128)sequence.Step * (1 - (Int128)firstRow));              // the first row made gets what follows the end
        bool isBehind = sequence.Step > 0 ? start > sequence.Start : start < sequence.Start;
        return isBehind && start >= long.MinValue && start <= long.MaxValue ? (long)start : null;
    }
}
