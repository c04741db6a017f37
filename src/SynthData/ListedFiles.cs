using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Output.Csv;
using SynthData.Schema;

namespace SynthData;

/// <summary>Reads the CSV files that a schema names as rows, and hands them on as if they stood in the schema.</summary>
internal static class ListedFiles
{
    /// <summary>Replaces every <c>rows: { file: … }</c>; a file that cannot be read is told in the bag.</summary>
    public static DatasetSchema Read(DatasetSchema schema, DiagnosticBag bag) => schema with
    {
        Tables = [.. schema.Tables.Select(table => table.Rows is FileRows file ? Read(schema, table, file, bag) : table)],
        Samples = schema.SampleFiles.ToImmutableDictionary(sample => sample, sample => Read(schema, sample, bag)),
    };

    // An empty field is no observation.
    private static ImmutableArray<SchemaScalar> Read(DatasetSchema schema, SampleFile sample, DiagnosticBag bag)
    {
        string path = Path.Combine(Path.GetDirectoryName(schema.File) ?? "", sample.File);
        try
        {
            CsvRows rows = Task.Run(() => CsvRows.ReadAsync(path, CancellationToken.None)).GetAwaiter().GetResult();
            int column = rows.Header.IndexOf(sample.Column);
            ImmutableArray<SchemaScalar> values =
            [
                .. rows.Rows.Select((cells, index) => (Text: column < 0 ? null : cells[column], Number: index + 2))
                    .Where(cell => !string.IsNullOrEmpty(cell.Text))
                    .Select(cell => new SchemaScalar(cell.Text!, IsQuoted: false, new SourcePosition(path, cell.Number, 1))),
            ];
            if (column < 0)
                bag.Add(SchemaDiagnostics.SampleColumn, sample.Position, sample.Column, sample.File, Suggestion.For(sample.Column, rows.Header), string.Join(", ", rows.Header));
            else if (values.IsEmpty)
                bag.Add(SchemaDiagnostics.EmptyList, sample.Position, $"Column '{sample.Column}' of '{sample.File}'", "value");
            return values;
        }
        catch (GenerationException unreadable)
        {
            bag.Add(unreadable.Diagnostic with { Position = sample.Position });
            return [];
        }
    }

    private static TableSchema Read(DatasetSchema schema, TableSchema table, FileRows file, DiagnosticBag bag)
    {
        string path = Path.Combine(Path.GetDirectoryName(schema.File) ?? "", file.Path);
        try
        {
            CsvRows rows = Task.Run(() => CsvRows.ReadAsync(path, CancellationToken.None)).GetAwaiter().GetResult();
            CheckHeader(table, rows.Header, file, bag);
            return table with
            {
                Rows = new ListedRows([.. rows.Rows.Select((cells, index) => Row(rows.Header, cells, path, index))], file.Position),
                Columns = table.Columns.IsEmpty ? [.. rows.Header.Select(name => new ColumnSchema { Names = [name], Position = file.Position })] : table.Columns,
            };
        }
        catch (GenerationException unreadable)
        {
            bag.Add(unreadable.Diagnostic with { Position = file.Position });
            return table;
        }
    }

    // As for rows that stand in the schema: a name once, a column of the table, and nothing else that fills it.
    private static void CheckHeader(TableSchema table, ImmutableArray<string> header, FileRows file, DiagnosticBag bag)
    {
        string[] known = [.. table.Columns.SelectMany(column => column.Names)];
        foreach (IGrouping<string, string> name in header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase))
        {
            if (name.Count() > 1)
                bag.Add(SchemaDiagnostics.NamesAlike, file.Position, $"columns of '{file.Path}'", name.First(), name.Last());
            if (known.Length > 0 && !known.Contains(name.Key, StringComparer.Ordinal))
                bag.Add(SchemaDiagnostics.UnknownColumn, file.Position, $"'{file.Path}'", name.Key, table.Name, Suggestion.For(name.Key, known), string.Join(", ", known));
        }

        foreach (ColumnSchema column in table.Columns.Where(column => column.Source is not null && column.Names.Any(header.Contains)))
            bag.Add(SchemaDiagnostics.ListedColumn, column.Position, $"{table.Name}.{column.Name}", "a source");
    }

    // A data row's line is its number after the header; quoted line breaks move it, which the message survives.
    private static ListedRow Row(ImmutableArray<string> header, ImmutableArray<string?> cells, string path, int index)
    {
        var position = new SourcePosition(path, index + 2, 1);
        return new ListedRow(
            header.Zip(cells).DistinctBy(cell => cell.First)
                .ToImmutableDictionary(cell => cell.First, cell => Cell(cell.Second, position), StringComparer.Ordinal),
            position);
    }

    // In CSV only an empty field is null; what YAML would take for null is a text there.
    private static SchemaScalar Cell(string? text, SourcePosition position) =>
        new(text ?? "", IsQuoted: text is "" or "~" or "null", position);
}
