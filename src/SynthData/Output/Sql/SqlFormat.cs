using System.Collections.Immutable;
using System.Globalization;
using SynthData.Schema;

namespace SynthData.Output.Sql;

/// <summary>A script of statements in what PostgreSQL, SQLite and DuckDB share: one transaction, every table, parents first.</summary>
/// <param name="dataset">Its name, for the comment at the top.</param>
/// <param name="tables">Statements that make the tables, parents first; none where they exist.</param>
internal sealed class SqlFormat(string dataset, FileCompression compression, ImmutableArray<string> tables) : IDatasetFormat
{
    /// <summary>Rows that one statement inserts.</summary>
    public const int RowsOfStatement = 500;

    /// <summary>Tables whose rows refer to rows before them. They are inserted one by one, for DuckDB finds no row of the same statement.</summary>
    public ImmutableHashSet<string> SelfReferring { get; init; } = [];

    public string Name => "sql";

    public string Extension => ".sql" + compression.Ending;

    /// <summary>A type's name that all three take; SQLite keeps dates, times and UUIDs as texts in such columns.</summary>
    public static string TypeName(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Int32 => "INTEGER",
        ColumnKind.Int64 => "BIGINT",
        ColumnKind.Double => "DOUBLE PRECISION",
        ColumnKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})"),
        ColumnKind.Date => "DATE",
        ColumnKind.Time => "TIME",
        ColumnKind.Timestamp => "TIMESTAMP",
        ColumnKind.Uuid => "UUID",
        _ => "TEXT",
    };

    public IDatasetFile OpenFile(Stream stream) => new SqlScript(Beginning(), RowsOf, compression, stream);

    private SqlRows RowsOf(TableLayout table) => new(table, SelfReferring.Contains(table.Name) ? 1 : RowsOfStatement);

    // The shells go on after an error unless they are told to stop, and SQLite's would then commit the rest.
    private string Beginning() =>
        $"-- {dataset}: one transaction for PostgreSQL, SQLite or DuckDB, parents before children.\n"
        + "-- psql -v ON_ERROR_STOP=1 -f FILE, sqlite3 -bail DATABASE < FILE, duckdb -bail DATABASE < FILE\n"
        + $"BEGIN;\n{string.Concat(tables.Select(table => $"\n{table};\n"))}";
}
