using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData;

/// <summary>Makes all rows of a table as instances of a type, each batch by the thread that made it.</summary>
internal static class TypedRows
{
    /// <exception cref="SchemaException">The type does not fit the table, or the rows no list (SD8401, SD8403).</exception>
    public static T[] Read<T>(DatasetRun run, TablePlan table, RowMaking making, CancellationToken cancellationToken)
        where T : ITableRow<T>
    {
        int[] places = RowFit.Places(T.Columns, typeof(T).Name, run.Plan, table);
        long count = run.Plan.RowCount(table.Index);
        if (count > Array.MaxLength)
            throw new SchemaException([RecordDiagnostics.TooManyRows.At(table.Schema.Position, table.Name, count, Array.MaxLength)]);
        var rows = new T[count];
        // Whoever blocks must not wait for a continuation on its own thread.
        Task.Run(() => FillAsync(rows, places, run, table, making, cancellationToken), cancellationToken).GetAwaiter().GetResult();
        return rows;
    }

    private static async Task FillAsync<T>(T[] rows, int[] places, DatasetRun run, TablePlan table, RowMaking making, CancellationToken cancellationToken)
        where T : ITableRow<T>
    {
        var made = new TableRun(run, table, 0, rows.Length, new RejectionLedger());
        await foreach (CheckedBatch _ in made.LocalAsync(making with { Work = batch => Fill(rows, places, batch.Rows) }, cancellationToken))
        {
            // Filled where it was made; the run goes on to check the table as a whole.
        }
    }

    private static void Fill<T>(T[] rows, int[] places, RowBatch batch)
        where T : ITableRow<T>
    {
        Span<T> targets = rows.AsSpan((int)batch.FirstRowIndex, batch.RowCount);
        for (int row = 0; row < targets.Length; row++)
            targets[row] = T.Read(new BatchRow(batch, places, row));
    }
}
