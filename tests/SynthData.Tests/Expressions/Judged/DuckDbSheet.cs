using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Schema;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>The rows of a sheet as a table of DuckDB, and what its SQL gives over them.</summary>
internal sealed class DuckDbSheet : IDisposable
{
    /// <summary>Stands for NULL in what is read, where NULL stands for an error.</summary>
    public const string Null = "‹null›";

    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly int rowCount;

    public DuckDbSheet(Sheet sheet)
    {
        connection.Open();
        rowCount = sheet.Columns[0].Cells.Length;
        Execute("SET threads = 1");

        // It moves constants about, so that sums overflow elsewhere, takes parts out of TRY, and is most of the time.
        Execute("PRAGMA disable_optimizer");
        Execute($"CREATE TABLE rows (number INTEGER, {string.Join(", ", sheet.Columns.Select((column, slot) => $"{Name(slot)} {TypeOf(column.Type)}"))})");
        IEnumerable<string> rows = Enumerable.Range(0, rowCount).Select(row =>
            $"({row}, {string.Join(", ", sheet.Columns.Select(column => Literal(column.Cells[row], column.Type)))})");
        Execute($"INSERT INTO rows VALUES {string.Join(", ", rows)}");
    }

    /// <summary>How a slot is called in SQL.</summary>
    public static string Name(int slot) => string.Create(CultureInfo.InvariantCulture, $"c{slot}");

    /// <summary>Prints each expression for each row: a text, <see cref="Null"/>, or null for an error.</summary>
    /// <remarks>What DuckDB refuses to bind is an error in every row; the refusal is put beside it.</remarks>
    public (string?[] Cells, string Refusal)[] Print(IReadOnlyList<string> expressions)
    {
        int[] all = [.. Enumerable.Range(0, expressions.Count)];
        string[] refusals = [.. all.Select(_ => "")];
        int[][] sound = [.. all.Select(_ => Enumerable.Range(0, rowCount).ToArray())];
        string?[][] printed = [.. all.Select(_ => new string?[rowCount])];

        // TRY makes NULL of an error. It is asked for truths only: with texts in it, DuckDB 1.5 reads memory it has given back.
        Select(
            all,
            index => $"CAST(TRY(({expressions[index]}) IS NULL) AS VARCHAR)",
            (index, cells) => sound[index] = [.. sound[index].Where(row => cells[row] is not null)],
            (index, refusal) => (refusals[index], sound[index]) = (refusal.Message, []));

        // A row that CASE leaves out is not evaluated.
        Select(
            all,
            index => Text(expressions[index], sound[index]),
            (index, cells) => printed[index] = cells,
            (index, _) => PrintHalves(expressions[index], sound[index], printed[index]));
        return [.. all.Select(index => (printed[index], refusals[index]))];
    }

    public void Dispose() => connection.Dispose();

    // All in one query; where that fails, the halves apart, down to the one that fails.
    private void Select(ReadOnlySpan<int> indices, Func<int, string> item, Action<int, string?[]> take, Action<int, DuckDBException> refuse)
    {
        if (indices.IsEmpty)
            return;
        try
        {
            string?[][] cells = Select([.. indices.ToArray().Select(item)]);
            for (int each = 0; each < cells.Length; each++)
                take(indices[each], cells[each]);
        }
        catch (DuckDBException refusal) when (indices.Length == 1)
        {
            refuse(indices[0], refusal);
        }
        catch (DuckDBException)
        {
            Select(indices[..(indices.Length / 2)], item, take, refuse);
            Select(indices[(indices.Length / 2)..], item, take, refuse);
        }
    }

    private void PrintHalves(string expression, ReadOnlySpan<int> rows, string?[] cells)
    {
        if (rows.IsEmpty)
            return;
        try
        {
            string?[] printed = Select([Text(expression, rows.ToArray())])[0];
            foreach (int row in rows)
                cells[row] = printed[row];
        }
        catch (DuckDBException) when (rows.Length > 1)
        {
            PrintHalves(expression, rows[..(rows.Length / 2)], cells);
            PrintHalves(expression, rows[(rows.Length / 2)..], cells);
        }
        catch (DuckDBException)
        {
            cells[rows[0]] = null;
        }
    }

    private string Text(string sql, int[] rows)
    {
        string text = $"COALESCE(CAST({sql} AS VARCHAR), '{Null}')";
        if (rows.Length == 0)
            return "CAST(NULL AS VARCHAR)";
        return rows.Length == rowCount ? text : $"CASE WHEN number IN ({string.Join(", ", rows)}) THEN {text} END";
    }

    private string?[][] Select(IReadOnlyList<string> items)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(",\n", items)} FROM rows ORDER BY number";
        using DuckDBDataReader reader = command.ExecuteReader();
        string?[][] cells = [.. items.Select(_ => new string?[rowCount])];
        for (int row = 0; reader.Read(); row++)
        {
            for (int index = 0; index < cells.Length; index++)
                cells[index][row] = reader.IsDBNull(index) ? null : reader.GetString(index);
        }

        return cells;
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Literal(string? cell, ColumnType type) => cell is null ? "NULL" : $"CAST({RandomRows.Quoted(cell)} AS {TypeOf(type)})";

    private static string TypeOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json => "VARCHAR",
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Int32 => "INTEGER",
        ColumnKind.Int64 => "BIGINT",
        ColumnKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})"),
        _ => type.Kind.ToString().ToUpperInvariant(),
    };
}
