using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Output.Csv;
using SynthData.Schema;

namespace SynthData;

/// <summary>Reads the CSV files that a schema names, and hands what stands in them on as if they stood in the schema.</summary>
internal static class ListedFiles
{
    /// <summary>Replaces every <c>rows: { file: … }</c>, every file of values and every sample; a file that cannot be read is told in the bag.</summary>
    public static DatasetSchema Read(DatasetSchema schema, DiagnosticBag bag)
    {
        DatasetSchema read = ValueFiles.Read(
            schema with
            {
                Tables = [.. schema.Tables.Select(table => table.Rows is FileRows file ? Read(schema, table, file, bag) : table)],
                Samples = schema.SampleFiles.ToImmutableDictionary(sample => sample, sample => Read(schema, sample, bag)),
            },
            bag);
        return bag.HasErrors || schema.Files.IsEmpty ? read : read with { Sha256 = WithFiles(schema) };
    }

    // A dataset is complete only for the schema it was made of, and what files hold is part of that.
    private static string WithFiles(DatasetSchema schema)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(schema.Sha256));
        foreach (string name in schema.Files)
        {
            using FileStream file = File.OpenRead(PathOf(schema, name));
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n"));
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string PathOf(DatasetSchema schema, string name) => Path.Combine(Path.GetDirectoryName(schema.File) ?? "", name);

    // An empty field is no observation.
    private static ImmutableArray<SchemaScalar> Read(DatasetSchema schema, SampleFile sample, DiagnosticBag bag)
    {
        if (ReadCsv(schema, sample.File, sample.Position, bag) is not { } rows)
            return [];
        string[] header = [.. rows.Header.Select(field => field.Text ?? "")];
        int column = Array.IndexOf(header, sample.Column);
        ImmutableArray<SchemaScalar> values =
        [
            .. rows.Rows.Where(cells => column >= 0 && !string.IsNullOrEmpty(cells[column].Text))
                .Select(cells => new SchemaScalar(cells[column].Text!, IsQuoted: false, rows.At(cells[column]))),
        ];
        if (column < 0)
            bag.Add(SchemaDiagnostics.SampleColumn, sample.Position, sample.Column, sample.File, Suggestion.For(sample.Column, header), string.Join(", ", header));
        else if (values.IsEmpty)
            bag.Add(SchemaDiagnostics.EmptyList, sample.Position, $"Column '{sample.Column}' of '{sample.File}'", "value");
        return values;
    }

    private static TableSchema Read(DatasetSchema schema, TableSchema table, FileRows file, DiagnosticBag bag)
    {
        if (ReadCsv(schema, file.Path, file.Position, bag) is not { } rows)
            return table with { IsIncomplete = true };
        CheckHeader(table, rows, file, bag);
        return table with
        {
            Rows = new ListedRows([.. rows.Rows.Select(cells => Row(rows, cells))], file.Position),
            Columns = table.Columns.IsEmpty ? [.. rows.Header.Select(name => new ColumnSchema { Names = [name.Text ?? ""], Position = file.Position })] : table.Columns,
        };
    }

    /// <summary>Reads a CSV file that stands beside the schema; null where it cannot be used, which is told.</summary>
    /// <param name="position">Where the schema names it.</param>
    public static CsvRows? ReadCsv(DatasetSchema schema, string name, SourcePosition position, DiagnosticBag bag)
    {
        string path = PathOf(schema, name);
        try
        {
            return Task.Run(() => CsvRows.ReadAsync(path, bag, CancellationToken.None)).GetAwaiter().GetResult();
        }
        catch (GenerationException unreadable)
        {
            bag.Add(unreadable.Diagnostic with { Position = position });
            return null;
        }
    }

    /// <summary>A field as a scalar: in CSV only an empty field is null; what YAML would take for null is a text there.</summary>
    public static SchemaScalar Scalar(CsvRows rows, CsvField field) =>
        new(field.Text ?? "", IsQuoted: field.Text is "" or "~" or "null", rows.At(field));

    // As for rows that stand in the schema: a name once, a column of the table, and nothing else that fills it.
    private static void CheckHeader(TableSchema table, CsvRows rows, FileRows file, DiagnosticBag bag)
    {
        string[] known = [.. table.Columns.SelectMany(column => column.Names)];
        string[] header = [.. rows.Header.Select(name => name.Text ?? "")];
        foreach (IGrouping<string, CsvField> name in rows.Header.GroupBy(name => name.Text ?? "", StringComparer.OrdinalIgnoreCase))
        {
            if (name.Count() > 1)
                bag.Add(SchemaDiagnostics.NamesAlike, rows.At(name.Last()), $"columns of '{file.Path}'", name.First().Text, name.Last().Text);
            if (known.Length > 0 && !known.Contains(name.Key, StringComparer.Ordinal))
            {
                bag.Add(
                    SchemaDiagnostics.UnknownColumn, rows.At(name.First()), $"'{file.Path}'", name.Key, table.Name,
                    Suggestion.For(name.Key, known), string.Join(", ", known));
            }
        }

        foreach (ColumnSchema column in table.Columns.Where(column => column.Source is not null && column.Names.Any(header.Contains)))
            bag.Add(SchemaDiagnostics.ListedColumn, column.Position, $"{table.Name}.{column.Name}", "a source");
    }

    private static ListedRow Row(CsvRows rows, ImmutableArray<CsvField> cells) => new(
        rows.Header.Zip(cells).DistinctBy(cell => cell.First.Text)
            .ToImmutableDictionary(cell => cell.First.Text ?? "", cell => Scalar(rows, cell.Second), StringComparer.Ordinal),
        new SourcePosition(rows.Path, cells[0].Line, 1));
}
