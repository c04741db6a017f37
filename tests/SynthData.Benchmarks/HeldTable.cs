using CsvHelper;
using SynthData.Batches;

namespace SynthData.Benchmarks;

/// <summary>The rows of any table as arrays, written by CsvHelper: the ceiling for the shapes B and C.</summary>
internal sealed class HeldTable
{
    private readonly string[] names;
    private readonly HeldColumn[] columns;

    private HeldTable(string[] names, HeldColumn[] columns, int rows) => (this.names, this.columns, Rows) = (names, columns, rows);

    public int Rows { get; }

    /// <summary>Makes the rows with SynthData itself, so that every candidate writes the same cells.</summary>
    public static async Task<HeldTable> MakeAsync(GenerationPlan plan, string table)
    {
        int rows = (int)plan.RowCount(table);
        string[] names = [];
        HeldColumn[] columns = [];
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table))
        {
            if (columns.Length == 0)
            {
                names = [.. batch.Columns.Select(column => column.Name)];
                columns = [.. batch.Columns.Select(column => HeldColumn.For(column.Type, rows))];
            }

            for (int column = 0; column < columns.Length; column++)
            {
                for (int row = 0; row < batch.RowCount; row++)
                    columns[column].Set((int)batch.FirstRowIndex + row, batch.GetValue(row, column));
            }
        }

        return new HeldTable(names, columns, rows);
    }

    public Task WriteCsvAsync(Stream stream)
    {
        using CsvWriter writer = CsvWriter.Create(stream, CsvCeiling.Options, leaveOpen: true);
        writer.WriteRecord(names);
        for (int row = 0; row < Rows; row++)
        {
            foreach (HeldColumn column in columns)
                column.Write(writer, row);
            writer.EndRecord();
        }

        writer.Flush();
        return Task.CompletedTask;
    }
}
