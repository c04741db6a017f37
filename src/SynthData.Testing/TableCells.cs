using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData.Testing;

/// <summary>Rows of a table as values: string, bool, int, long, double, decimal, DateOnly, TimeOnly, DateTime, Guid or null.</summary>
/// <param name="Columns">The visible columns, in output order.</param>
/// <param name="Rows">A row an array, a value for each column.</param>
internal sealed record TableCells(ImmutableArray<BatchColumn> Columns, object?[][] Rows)
{
    /// <summary>Makes the first rows of a table.</summary>
    public static TableCells Read(GenerationPlan plan, string table, long rows) => Waiting.For(async () =>
    {
        ImmutableArray<BatchColumn> columns = CheckedBatch.ColumnsOf(Table(plan, table));
        var made = new object?[rows][];
        long count = 0;
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table))
        {
            for (int row = 0; row < batch.RowCount && count < rows; row++)
                made[count++] = [.. Enumerable.Range(0, columns.Length).Select(column => batch.GetValue(row, column))];
            if (count == rows)
                break;
        }

        return new TableCells(columns, made);
    });

    private static TablePlan Table(GenerationPlan plan, string table) => plan.Run.Plan.Tables.First(one => one.Name == table);
}
