using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Output;
using SynthData.Schema;

namespace SynthData.Tests.Output;

/// <summary>Batches of given cells: texts, bools, ints, longs, doubles, decimals, dates, times, timestamps, GUIDs, nulls.</summary>
internal static class TestBatches
{
    public static BatchColumn Column(string name, string type) =>
        new(name, ColumnType.TryParse(type, out ColumnType? parsed) ? parsed.Value : throw new ArgumentException(type));

    public static RowBatch Of(string table, ImmutableArray<BatchColumn> columns, IReadOnlyList<object?[]> rows, long firstRow = 0)
    {
        var cells = ImmutableArray.CreateBuilder<Column>();
        for (int index = 0; index < columns.Length; index++)
        {
            var column = Batches.Column.For(columns[index].Type);
            column.Reset(rows.Count);
            for (int row = 0; row < rows.Count; row++)
                Set(column, row, columns[index].Type, rows[row][index]);
            cells.Add(column);
        }

        return new RowBatch(table, firstRow, rows.Count, columns, cells.ToImmutable());
    }

    /// <summary>Cuts rows into batches of a size.</summary>
    public static IEnumerable<RowBatch> Cut(string table, ImmutableArray<BatchColumn> columns, IReadOnlyList<object?[]> rows, int size, long firstRow = 0) =>
        rows.Chunk(size).Select((chunk, index) => Of(table, columns, chunk, firstRow + ((long)index * size)));

    public static async Task<byte[]> WriteAsync(ITableFormat format, TableLayout table, IEnumerable<RowBatch> batches)
    {
        using MemoryStream stream = new();
        await using ITableWriter writer = format.OpenWriter(table, stream);
        foreach (RowBatch batch in batches)
            await writer.AppendAsync(writer.Encode(batch), TestContext.Current.CancellationToken);
        await writer.CompleteAsync(TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    public static Task<byte[]> WriteAsync(ITableFormat format, RowBatch batch) => WriteAsync(format, new TableLayout(batch.Table, batch.Columns), [batch]);

    /// <summary>Reads a file back: rows of cells as objects, and every problem.</summary>
    public static async Task<(List<object?[]> Rows, List<CellProblem> Problems, IReadOnlyList<HeaderProblem> Header)> ReadAsync(
        ITableFormat format, ImmutableArray<BatchColumn> columns, byte[] file)
    {
        List<object?[]> rows = [];
        List<CellProblem> problems = [];
        using MemoryStream stream = new(file);
        await using ITableReader reader = format.OpenReader("t", columns, stream, "t.file");
        await foreach (ReadRows read in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(rows.Count, read.Rows.FirstRowIndex);
            rows.AddRange(RowsOf(read.Rows));
            problems.AddRange(read.Problems);
        }

        return (rows, problems, reader.HeaderProblems);
    }

    public static IEnumerable<object?[]> RowsOf(RowBatch batch) =>
        Enumerable.Range(0, batch.RowCount).Select(row => Enumerable.Range(0, batch.Columns.Length).Select(column => batch.GetValue(row, column)).ToArray());

    private static void Set(Column column, int row, ColumnType type, object? value)
    {
        switch (value)
        {
            case null:
                column.States[row] = CellState.Null;
                break;
            case string text:
                ((TextColumn)column).Set(row, text);
                break;
            case double real:
                ((DoubleColumn)column)[row] = real;
                break;
            case Guid guid:
                ((Int128Column)column)[row] = CellText.FromGuid(guid);
                break;
            default:
                ((Int64Column)column)[row] = value switch
                {
                    bool truth => truth ? 1 : 0,
                    int number => number,
                    long number => number,
                    decimal number => (long)(number * CellText.PowerOfTen(type.Scale)),
                    DateOnly date => CellText.FromDate(date),
                    TimeOnly time => time.Ticks / TimeSpan.TicksPerMicrosecond,
                    DateTime timestamp => CellText.FromDateTime(timestamp),
                    _ => throw new ArgumentException(value.GetType().Name),
                };
                break;
        }
    }
}
