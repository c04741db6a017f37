using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Output.Csv;
using SynthData.Schema;

namespace SynthData;

/// <summary>Reads the CSV files that a schema names as rows, and hands them on as if they stood in the schema.</summary>
internal static class ListedFiles
{
    /// <summary>Replaces every <c>rows: { file: … }</c>; a file that cannot be read is told in the bag.</summary>
    public static DatasetSchema Read(DatasetSchema schema, DiagnosticBag bag) =>
        schema with { Tables = [.. schema.Tables.Select(table => table.Rows is FileRows file ? Read(schema, table, file, bag) : table)] };

    private static TableSchema Read(DatasetSchema schema, TableSchema table, FileRows file, DiagnosticBag bag)
    {
        string path = Path.Combine(Path.GetDirectoryName(schema.File) ?? "", file.Path);
        try
        {
            CsvRows rows = CsvRows.ReadAsync(path, CancellationToken.None).GetAwaiter().GetResult();
            return table with { Rows = new ListedRows([.. rows.Rows.Select((cells, index) => Row(rows.Header, cells, path, index))], file.Position) };
        }
        catch (GenerationException unreadable)
        {
            bag.Add(unreadable.Diagnostic with { Position = file.Position });
            return table;
        }
    }

    // A data row's line is its number after the header; quoted line breaks move it, which the message survives.
    private static ListedRow Row(ImmutableArray<string> header, ImmutableArray<string?> cells, string path, int index)
    {
        var position = new SourcePosition(path, index + 2, 1);
        return new ListedRow(
            header.Zip(cells).Where(cell => cell.Second is not null)
                .ToImmutableDictionary(cell => cell.First, cell => new SchemaScalar(cell.Second!, IsQuoted: false, position), StringComparer.Ordinal),
            position);
    }
}
