using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Tests.Output;

/// <summary>Reads files with DuckDB, which knows nothing of our readers, with the columns and types named.</summary>
internal static class DuckDbJudge
{
    /// <summary>Reads a file as rows of texts, spelled as <see cref="CellText"/> spells cells.</summary>
    public static List<string?[]> Read(string path, ImmutableArray<BatchColumn> columns)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SET threads = 1; SELECT * FROM {Source(path, columns)}";
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string?[]> rows = [];
        while (reader.Read())
            rows.Add([.. columns.Select((column, index) => reader.IsDBNull(index) ? null : Print(reader.GetValue(index), column.Type))]);
        return rows;
    }

    public static List<string?[]> Print(RowBatch batch) =>
        [.. TestBatches.RowsOf(batch).Select(row => row.Select((cell, index) => cell is null ? null : Print(cell, batch.Columns[index].Type)).ToArray())];

    public static string Source(string path, ImmutableArray<BatchColumn> columns)
    {
        string types = string.Join(", ", columns.Select(column => $"'{column.Name}': '{TypeOf(column.Type)}'"));
        if (path.EndsWith(".parquet", StringComparison.Ordinal))
            return $"read_parquet('{path}')";
        return path.Contains(".jsonl", StringComparison.Ordinal)
            ? $"read_json('{path}', format = 'newline_delimited', columns = {{{types}}})"
            : $"read_csv('{path}', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', "
                + $"nullstr = '', allow_quoted_nulls = false, columns = {{{types}}})";
    }

    public static string TypeOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json => "VARCHAR",
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Int32 => "INTEGER",
        ColumnKind.Int64 => "BIGINT",
        ColumnKind.Double => "DOUBLE",
        ColumnKind.Decimal => $"DECIMAL({type.Precision},{type.Scale})",
        ColumnKind.Date => "DATE",
        ColumnKind.Time => "TIME",
        ColumnKind.Timestamp => "TIMESTAMP",
        _ => "UUID",
    };

    private static string Print(object value, ColumnType type) => value switch
    {
        decimal number => number.ToString($"F{type.Scale}", CultureInfo.InvariantCulture),
        double number => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
        DateTime timestamp => timestamp.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
