using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Tests.Output;

namespace SynthData.Tests.Judge;

/// <summary>Reads a dataset's files with DuckDB and has it find what breaks the schema: rules, keys, references, categories, ranges.</summary>
/// <remarks>Everything visible and hidden must have been written (<see cref="Opened"/>): rules may read hidden columns.</remarks>
internal sealed class SqlJudge : IDisposable
{
    private readonly DatasetPlan plan;
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly List<string> faults = [];

    private SqlJudge(DatasetPlan plan)
    {
        this.plan = plan;
        connection.Open();
        Execute("SET threads = 1");
    }

    /// <summary>Queries asked so far, to tell a judge that looked from one that did not.</summary>
    public int Asked { get; private set; }

    /// <summary>A schema with every column and table visible.</summary>
    public static Dataset Opened(Dataset dataset) => new(dataset.Schema with
    {
        Tables = [.. dataset.Schema.Tables.Select(table => table with { IsWritten = true, Columns = [.. table.Columns.Select(column => column with { IsHidden = false })] })],
    });

    /// <summary>Lists what a dataset breaks; empty when it is right.</summary>
    public static List<string> Faults(GenerationPlan plan, string folder, string extension, int atLeast = 1)
    {
        using var judge = new SqlJudge(plan.Run.Plan);
        foreach (TablePlan table in judge.plan.Tables)
            judge.Execute($"CREATE TABLE {SqlRows.Quote(table.Name)} AS SELECT * FROM {DuckDbJudge.Source(Path.Combine(folder, table.Name + extension), CheckedBatch.ColumnsOf(table))}");
        foreach (TablePlan table in judge.plan.Tables)
            judge.Judge(table);
        Assert.True(judge.Asked >= atLeast, $"Only {judge.Asked} questions were asked.");
        return judge.faults;
    }

    public void Dispose() => connection.Dispose();

    private void Judge(TablePlan table)
    {
        string name = SqlRows.Quote(table.Name);
        long rows = Number($"SELECT count(*) FROM {name}");
        if (rows != plan.RowCount(table.Index))
            faults.Add($"{table.Name} has {rows} rows and was to have {plan.RowCount(table.Index)}.");

        foreach (CellPlan cell in table.Cells.Where(cell => cell.Column is not null))
            JudgeCell(table, cell);
        foreach (RowRulePlan rule in table.RowRules)
            None($"{table.Name} rule {rule.Name}", table, sql => $"({rule.Check.ToSql(SqlDialect.DuckDb, sql.Slot)}) IS FALSE");
        foreach (TableRulePlan rule in table.TableRules)
            JudgeTableRule(table, rule, rows);
        foreach (int rowSlot in table.Cells.Where(cell => cell.Column is not null).Select(cell => cell.Source).OfType<LookupCells>().Select(lookup => lookup.RowSlot).Distinct())
            JudgeReference(table, rowSlot);
        JudgePositions(table);
    }

    private void JudgeCell(TablePlan table, CellPlan cell)
    {
        var sql = new SqlRows(plan, table);
        var source = new SourceSql(sql, cell);
        foreach ((string what, string wrong) in source.Wrongs(cell.Source, "TRUE"))
            None($"{table.Name}: {what} {cell.Name}", $"FROM {sql.From} WHERE {wrong}");
        if (source.Unasked is { } unasked)
            None($"{table.Name}: when of {cell.Name}", $"FROM {sql.From} WHERE {unasked}");
        if (cell.IsUnique)
            Unique($"{table.Name}.{cell.Name} is unique", table, [cell.Name]);
        if (cell.Source is CategoryCells { Given: null, Exact: { Within: null } } exact)
            JudgeShares(table, cell, exact);
    }

    private void JudgeShares(TablePlan table, CellPlan cell, CategoryCells exact)
    {
        decimal total = exact.Cases[0].Weights.Sum();
        long rows = plan.RowCount(table.Index);
        for (int index = 0; index < exact.Cases[0].Indices.Length && cell.When is null && cell.Nulls is null; index++)
        {
            string text = exact.Values.Texts[exact.Cases[0].Indices[index]];
            long found = Number($"SELECT count(*) FROM {SqlRows.Quote(table.Name)} WHERE CAST({SqlRows.Quote(cell.Name)} AS VARCHAR) = '{text.Replace("'", "''", StringComparison.Ordinal)}'");
            if (Math.Abs(found - (exact.Cases[0].Weights[index] / total * rows)) >= 1)
                faults.Add($"{table.Name}.{cell.Name} has {found} times '{text}' in {rows} rows.");
        }
    }

    private void JudgeTableRule(TablePlan table, TableRulePlan rule, long rows)
    {
        string[] Names(IEnumerable<int> slots) => [.. slots.Select(slot => table.Cells[slot].Name)];
        switch (rule)
        {
            case UniqueCheck unique:
                Unique($"{table.Name} {rule.Name}", table, Names(unique.Slots));
                if (unique.RefusesNull)
                    None($"{table.Name} {rule.Name}: null", table, sql => string.Join(" OR ", unique.Slots.Select(slot => $"{sql.Slot(slot)} IS NULL")));
                break;
            case DependsCheck depends:
                string by = string.Join(", ", Names(depends.By).Select(SqlRows.Quote));
                string determined = SqlRows.Quote(table.Cells[depends.Determined].Name);
                None($"{table.Name} {rule.Name}", $"FROM (SELECT {by} FROM {SqlRows.Quote(table.Name)} GROUP BY {by} HAVING count(DISTINCT {determined}) > 1)");
                break;
            case ShareCheck share:
                var sql = new SqlRows(plan, table);
                string holds = share.Condition.ToSql(SqlDialect.DuckDb, sql.Slot);
                long found = Number($"SELECT count(*) FROM {sql.From} WHERE {holds}");
                if (rows > 0 && Math.Abs(((decimal)found / rows) - share.Is) > share.Within)
                    faults.Add($"{table.Name} {rule.Name}: {found} of {rows}.");
                break;
            case RowsCheck count when rows < count.Low || rows > count.High:
                faults.Add($"{table.Name} {rule.Name}: {rows} rows.");
                break;
            case ForeignKeyCheck key:
                TablePlan parent = plan.Tables[key.ParentTable];
                Orphans($"{table.Name} {rule.Name}", table, parent, [(table.Cells[key.Slot].Name, parent.Cells[key.ParentSlot].Name)]);
                break;
        }
    }

    private void JudgeReference(TablePlan table, int rowSlot)
    {
        (CellPlan Cell, LookupCells Lookup)[] columns = [.. SqlRows.ReferenceColumns(table, rowSlot)];
        TablePlan parent = plan.Tables[columns[0].Lookup.ParentTable];
        (string, string)[] keys = [.. columns.Select(column => (column.Cell.Name, parent.Cells[column.Lookup.ParentSlot].Name))];
        Orphans($"{table.Name} refers to {parent.Name}", table, parent, keys);
        if (table.Cells[rowSlot].Source is ReferenceRowCells { IsEarlier: true } && parent.Cells[columns[0].Lookup.ParentSlot].Source is SequenceCells { Step: > 0 })
            None($"{table.Name} refers to later rows", $"FROM {SqlRows.Quote(table.Name)} AS r WHERE r.{SqlRows.Quote(keys[0].Item1)} >= r.{SqlRows.Quote(keys[0].Item2)}");
    }

    // Positions count 1, 2, 3 within each parent.
    private void JudgePositions(TablePlan table)
    {
        CellPlan? position = table.Cells.FirstOrDefault(cell => cell is { Column: not null, Source: PositionCells });
        if (position is null || table.Per is not { } per)
            return;
        string parent = string.Join(", ", SqlRows.ReferenceColumns(table, per.RowSlot).Select(column => SqlRows.Quote(column.Cell.Name)));
        if (parent.Length == 0)
            return;
        string number = SqlRows.Quote(position.Name);
        None($"{table.Name}.{position.Name} counts from 1", $"FROM (SELECT {parent} FROM {SqlRows.Quote(table.Name)} GROUP BY {parent} HAVING min({number}) <> 1 OR max({number}) <> count(*) OR count(DISTINCT {number}) <> count(*))");
    }

    private void Orphans(string what, TablePlan table, TablePlan parent, IReadOnlyList<(string Column, string Key)> keys)
    {
        string isSet = string.Join(" AND ", keys.Select(key => $"r.{SqlRows.Quote(key.Column)} IS NOT NULL"));
        string meets = string.Join(" AND ", keys.Select(key => $"r.{SqlRows.Quote(key.Column)} = p.{SqlRows.Quote(key.Key)}"));
        None($"{what}: orphans", $"FROM {SqlRows.Quote(table.Name)} AS r WHERE {isSet} AND NOT EXISTS (SELECT 1 FROM {SqlRows.Quote(parent.Name)} AS p WHERE {meets})");
        if (keys.Count > 1)
            None($"{what}: half a key", $"FROM {SqlRows.Quote(table.Name)} AS r WHERE NOT ({isSet}) AND NOT ({isSet.Replace("IS NOT NULL", "IS NULL", StringComparison.Ordinal)})");
    }

    private void Unique(string what, TablePlan table, string[] columns)
    {
        string names = string.Join(", ", columns.Select(SqlRows.Quote));
        string filled = string.Join(" AND ", columns.Select(column => $"{SqlRows.Quote(column)} IS NOT NULL"));
        None(what, $"FROM (SELECT {names} FROM {SqlRows.Quote(table.Name)} WHERE {filled} GROUP BY {names} HAVING count(*) > 1)");
    }

    private void None(string what, TablePlan table, Func<SqlRows, string> wrong)
    {
        var sql = new SqlRows(plan, table);
        string condition = wrong(sql);                             // names its joins
        None(what, $"FROM {sql.From} WHERE {condition}");
    }

    private void None(string what, string from)
    {
        long found = Number($"SELECT count(*) {from}");
        if (found > 0)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {found} rows, such as {First($"SELECT * {from} LIMIT 1")} [{from}]"));
    }

    private string First(string query)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        return reader.Read() ? string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(index => $"{reader.GetName(index)} = {reader.GetValue(index)}")) : "";
    }

    private long Number(string query)
    {
        Asked++;
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        try
        {
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch (DuckDBException refused)
        {
            throw new InvalidOperationException($"{refused.Message} in: {query}", refused);
        }
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
