using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData;

/// <summary>Makes all rows of a table as instances of a type, each batch by the thread that made it.</summary>
/// <param name="rows">One place for each row.</param>
/// <param name="first">The index of the first row.</param>
/// <param name="places">By column of the type: the column of a batch.</param>
internal sealed class TypedRows<T>(T[] rows, long first, int[] places)
    where T : ITableRow<T>
{
    /// <exception cref="SchemaException">The type does not fit the table, or the rows no list (SD8401, SD8403).</exception>
    public static T[] Read(DatasetRun run, TablePlan table, RowMaking making)
    {
        int[] places = RowFit.Places(T.Columns, typeof(T).Name, run.Plan, table);
        (long first, long end) = (run.FirstRow(table.Index), run.Plan.RowCount(table.Index));
        if (end - first > Array.MaxLength)
            throw new SchemaException([RecordDiagnostics.TooManyRows.At(table.Schema.Position, table.Name, end - first, Array.MaxLength)]);
        var rows = new T[end - first];
        var typed = new TypedRows<T>(rows, first, places);
        var made = new TableRun(run, table, first, end, new RejectionLedger());
        // Whoever blocks must not wait for a continuation on its own thread.
        Task.Run(() => typed.FillAsync(made, making)).GetAwaiter().GetResult();
        return rows;
    }

    private async Task FillAsync(TableRun made, RowMaking making)
    {
        await foreach (CheckedBatch _ in made.LocalAsync(making with { Work = batch => Fill(batch.Rows) }, CancellationToken.None))
        {
            // Filled where it was made; the run goes on to check the table as a whole.
        }
    }

    private void Fill(RowBatch batch)
    {
        Span<T> targets = rows.AsSpan((int)(batch.FirstRowIndex - first), batch.RowCount);
        for (int row = 0; row < targets.Length; row++)
            targets[row] = T.Read(new BatchRow(batch, places, row));
    }
}
