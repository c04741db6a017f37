using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Batches;

namespace SynthData.Output.Csv;

/// <summary>Reads a CSV file with a header as the rows of a table.</summary>
internal sealed class CsvTableReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path) : ITableReader
{
    private readonly CsvSource source = new(stream, path);
    private readonly List<HeaderProblem> headerProblems = [];

    public IReadOnlyList<HeaderProblem> HeaderProblems => headerProblems;

    public async IAsyncEnumerable<ReadRows> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool hasHeader = await source.ReadAsync(cancellationToken);
        int fieldCount = hasHeader ? source.FieldCount : 0;
        int[] fields = hasHeader ? MatchHeader() : MatchNothing();
        BatchBuilder rows = new(table, columns);
        while (hasHeader && await source.ReadAsync(cancellationToken))
        {
            ReadRow(rows, fields, fieldCount);
            if (rows.IsFull)
                yield return rows.Take();
        }

        if (!rows.IsEmpty)
            yield return rows.Take();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private void ReadRow(BatchBuilder rows, int[] fields, int fieldCount)
    {
        if (source.FieldCount != fieldCount)
        {
            rows.RefuseRow(source.Record(), $"{fieldCount} fields");
            rows.EndRow();
            return;
        }

        for (int column = 0; column < fields.Length; column++)
        {
            if (fields[column] < 0 || source.IsNull(fields[column]))
                rows.SetNull(column);
            else
                rows.Parse(column, source.Text(fields[column]));
        }

        rows.EndRow();
    }

    private int[] MatchNothing()
    {
        headerProblems.AddRange(columns.Select(column => new HeaderProblem(HeaderProblemKind.Missing, column.Name)));
        return [.. columns.Select(_ => -1)];
    }

    private int[] MatchHeader()
    {
        int[] fields = MatchNothing();
        headerProblems.Clear();
        for (int field = 0; field < source.FieldCount; field++)
        {
            string name = new(source.Text(field));
            int column = columns.IndexOf(columns.FirstOrDefault(candidate => candidate.Name == name)!);
            if (column < 0)
                headerProblems.Add(new HeaderProblem(HeaderProblemKind.Unknown, name));
            else if (fields[column] >= 0)
                headerProblems.Add(new HeaderProblem(HeaderProblemKind.Duplicate, name));
            else
                fields[column] = field;
        }

        IEnumerable<BatchColumn> missing = columns.Where((_, index) => fields[index] < 0);
        headerProblems.AddRange(missing.Select(column => new HeaderProblem(HeaderProblemKind.Missing, column.Name)));
        return fields;
    }
}
