using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Output.Parquet;

/// <summary>Reads a Parquet file as the rows of a table, one batch a row group.</summary>
internal sealed class ParquetTableReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path) : ITableReader
{
    private readonly List<HeaderProblem> headerProblems = [];

    public IReadOnlyList<HeaderProblem> HeaderProblems => headerProblems;

    public static GenerationException Unreadable(string path, string why, Exception? inner = null) =>
        new(OutputDiagnostics.DataUnreadable.At(null, path, "Parquet", why), inner);

    public static async ValueTask<ImmutableArray<BatchColumn>> FindColumnsAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        await using ParquetReader reader = await Guarded(path, () => OpenAsync(stream, cancellationToken));
        return ParquetColumnFinder.Find(reader.Schema);
    }

    public async IAsyncEnumerable<ReadRows> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using ParquetReader reader = await Guarded(path, () => OpenAsync(stream, cancellationToken));
        DataField?[] fields = Match(reader.Schema);
        long firstRow = 0;
        for (int index = 0; index < reader.RowGroupCount; index++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(index);
            ReadRows rows = await Guarded(path, () => ReadGroupAsync(group, fields, firstRow, cancellationToken));
            firstRow += rows.Rows.RowCount;
            yield return rows;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<ParquetReader> OpenAsync(Stream stream, CancellationToken cancellationToken) =>
        ParquetReader.CreateAsync(stream, new ParquetOptions { UseDateOnlyTypeForDates = true }, leaveStreamOpen: true, cancellationToken);

    private async Task<ReadRows> ReadGroupAsync(ParquetRowGroupReader group, DataField?[] fields, long firstRow, CancellationToken cancellationToken)
    {
        int count = checked((int)group.RowCount);
        var cells = ImmutableArray.CreateBuilder<Column>(columns.Length);
        List<CellProblem> problems = [];
        for (int index = 0; index < columns.Length; index++)
        {
            var column = Column.For(columns[index].Type);
            column.Reset(count);
            if (fields[index] is not { } field)
                column.States.Fill(IsMistyped(columns[index].Name) ? CellState.Error : CellState.Null);
            else
                await ParquetValues.ReadAsync(group, field, new CellSink(columns[index], column, firstRow, problems), cancellationToken);
            cells.Add(column);
        }

        return new ReadRows(new RowBatch(table, firstRow, count, columns, cells.MoveToImmutable()), [.. problems]);
    }

    private bool IsMistyped(string column) =>
        headerProblems.Exists(problem => problem.Kind == HeaderProblemKind.Type && problem.Column == column);

    private DataField?[] Match(ParquetSchema schema)
    {
        Dictionary<string, Field> found = new(StringComparer.Ordinal);
        foreach (Field field in schema.Fields)
        {
            if (!found.TryAdd(field.Name, field))
                headerProblems.Add(new HeaderProblem(HeaderProblemKind.Duplicate, field.Name));
            else if (!columns.Any(column => column.Name == field.Name))
                headerProblems.Add(new HeaderProblem(HeaderProblemKind.Unknown, field.Name));
        }

        return [.. columns.Select(column => MatchColumn(column, found.GetValueOrDefault(column.Name)))];
    }

    private DataField? MatchColumn(BatchColumn column, Field? field)
    {
        if (field is null)
        {
            headerProblems.Add(new HeaderProblem(HeaderProblemKind.Missing, column.Name));
            return null;
        }

        if (field is DataField { IsArray: false } data && ParquetValues.CanRead(data, column.Type))
            return data;
        headerProblems.Add(new HeaderProblem(HeaderProblemKind.Type, column.Name, (field as DataField)?.ClrType.Name ?? field.SchemaType.ToString()));
        return null;
    }

    // What a broken file makes the library throw is of no one type.
    private static async Task<T> Guarded<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or GenerationException or OutOfMemoryException))
        {
            throw Unreadable(path, failure.Message, failure);
        }
    }
}
