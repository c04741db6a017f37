using System.Collections.Immutable;
using System.Text;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Output.Json;
using SynthData.Output.Parquet;
using SynthData.Planning;
using SynthData.Rules.Sql;

namespace SynthData;

/// <summary>A schema's rules as an SQL script, for <c>validate --sql</c>.</summary>
/// <param name="Views">Statements that give files the names of their tables; empty without data, and for PostgreSQL.</param>
/// <param name="Queries">One a rule, table by table.</param>
internal sealed record RuleScript(string Dataset, SqlDialect Dialect, ImmutableArray<string> Views, ImmutableArray<RuleQuery> Queries)
{
    /// <summary>Prints the rules of every table that is written.</summary>
    /// <param name="data">Files and folders to be queried; they are looked for and not read.</param>
    /// <exception cref="Diagnostics.SchemaException">The schema cannot be bound (SD2), or an input is no table's (SD8).</exception>
    public static RuleScript Of(Dataset dataset, SqlDialect dialect, DateOnly? asOf, ImmutableArray<ValidationInput> data)
    {
        DatasetPlan plan = Planner.Draft(dataset.Schema, PlanRequest.ForData(dataset.Schema, asOf), []);
        IEnumerable<TablePlan> tables = plan.Order.Select(index => plan.Tables[index]).Where(table => table.Schema.IsWritten);
        DataFiles files = DataFiles.Find(dataset.Schema, data);
        return new RuleScript(
            dataset.Name,
            dialect,
            [.. tables.Where(table => dialect == SqlDialect.DuckDb && files.ByTable.ContainsKey(table.Name)).Select(table => View(table, files.ByTable[table.Name]))],
            [.. tables.SelectMany(table => new RuleQueries(plan, table, dialect).Make())]);
    }

    /// <summary>The script: a comment and a query a rule.</summary>
    public override string ToString()
    {
        var script = new StringBuilder();
        script.Append("-- ").Append(Dataset).Append(": each query selects what breaks the rule above it, and nothing where the rule is kept.\n");
        script.Append(Views.IsEmpty ? "-- Tables are named as in the schema.\n" : "");
        foreach (string view in Views)
            script.Append('\n').Append(view).Append(";\n");
        foreach (RuleQuery query in Queries)
        {
            script.Append("\n-- ").Append(query.Table).Append(": ").Append(query.Rule.ReplaceLineEndings(" "));
            script.Append(query.Sql is null ? $" (not in SQL: {query.WhyNot})\n" : $"\n{query.Sql};\n");
        }

        return script.ToString();
    }

    private static string View(TablePlan table, ImmutableArray<TableFile> files)
    {
        BatchColumn[] columns = [.. table.Visible.Select(slot => new BatchColumn(table.Cells[slot].Name, table.Cells[slot].Type))];
        string types = string.Join(
            ", ",
            columns.Select(column => $"{SqlSpelling.Text(column.Name)}: {SqlSpelling.Text(SqlSpelling.Type(column.Type, SqlDialect.DuckDb))}"));
        IEnumerable<string> sources = files.Select(file => $"SELECT * FROM {Source(file, types)}");
        return $"CREATE VIEW {SqlSpelling.Name(table.Name)} AS\n{string.Join("\nUNION ALL BY NAME ", sources)}";
    }

    // Columns are named with their types, so that DuckDB guesses nothing; CSV's must then stand in the schema's order.
    private static string Source(TableFile file, string types) => file.Format switch
    {
        ParquetFormat => $"read_parquet({SqlSpelling.Text(file.Path)})",
        JsonFormat => $"read_json({SqlSpelling.Text(file.Path)}, format = 'newline_delimited', columns = {{{types}}})",
        _ => $"read_csv({SqlSpelling.Text(file.Path)}, header = true, delim = ',', quote = '\"', escape = '\"', "
            + $"nullstr = '', allow_quoted_nulls = false, types = {{{types}}})",
    };
}
