using System.Collections.Immutable;
using System.Globalization;
using SynthData.Planning;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases;

/// <summary>Where sequences of a plan have to start so that they go on behind the rows of a database.</summary>
internal static class SequenceEnds
{
    /// <summary>Reads the greatest value of each written sequence, once, and keeps others from writing until the transaction ends.</summary>
    /// <returns>Starts by <c>table.column</c>, of sequences whose first values are behind what is there already; never before the schema's own.</returns>
    public static async Task<ImmutableSortedDictionary<string, long>> ReadAsync(IDatabase database, DatasetPlan plan, CancellationToken cancellationToken)
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
                if (cell.Source is SequenceCells sequence && await StartAsync(database, table.Name, cell.Name, sequence, cancellationToken) is { } start)
                    starts.Add($"{table.Name}.{cell.Name}", start);
            }
        }

        return starts.ToImmutable();
    }

    private static async Task<long?> StartAsync(IDatabase database, string table, string column, SequenceCells sequence, CancellationToken cancellationToken)
    {
        string last = sequence.Step > 0 ? "max" : "min";
        string? there = await database.AskAsync($"SELECT {last}({SqlSpelling.Name(column)}) FROM {SqlSpelling.Name(table)}", cancellationToken);
        if (!long.TryParse(there, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long end))
            return null;
        Int128 next = (Int128)end + sequence.Step;
        bool isBehind = sequence.Step > 0 ? next > sequence.Start : next < sequence.Start;
        return isBehind && next >= long.MinValue && next <= long.MaxValue ? (long)next : null;
    }
}
