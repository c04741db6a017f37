using System.Diagnostics;
using Npgsql;
using SynthData.Output;
using SynthData.Output.Databases.Postgres;

namespace SynthData.Benchmarks.Seeding;

/// <summary>Fills the tables of a PostgreSQL database by the tool's own path, and with rows that are in memory already, by turns in one run.</summary>
/// <remarks>All three empty the same tables with keys and references, write in one transaction and commit. Time is the clock's: server and client share it.</remarks>
internal static class SeedingBenchmark
{
    private static readonly string[] Tables = ["customers", "products", "orders", "lines"];

    public static async Task RunAsync(SeedingOptions options, TextWriter output)
    {
        GenerationPlan plan = Dataset.Open(Path.Combine(AppContext.BaseDirectory, "bike-shop.yaml")).Plan(new GenerationRequest { Scale = options.Scale });
        await using NpgsqlConnection connection = new(PostgresAddress.Parse(options.Url).Settings.ToString());
        await connection.OpenAsync();
        await RunAsync(connection, $"DROP TABLE IF EXISTS {List}, synthdata_manifest");
        await plan.Dataset.Plan(new GenerationRequest { Scale = 0.01m }).WriteAsync(OutputTarget.Postgres(options.Url, new DatabaseOptions { Create = true }));

        var rows = new List<RowsInMemory>();
        foreach (string table in Tables)
            rows.Add(await RowsInMemory.MakeAsync(plan, table));
        long count = rows.Sum(table => table.Count);
        (string Name, Func<Task> Seed)[] ways =
        [
            ("synthdata: makes, checks, encodes and copies", () => plan.WriteAsync(OutputTarget.Postgres(options.Url, new DatabaseOptions { Existing = ExistingRows.Truncate }))),
            ("rows in memory, Npgsql's binary importer", () => CopyAsync(connection, rows, (table, open) => table.ImportAsync(open))),
            ("bytes in memory, raw binary COPY", () => CopyAsync(connection, rows, (table, open) => table.CopyAsync(open))),
        ];

        await output.WriteLineAsync(FormattableString.Invariant($"bike-shop x {options.Scale}: {count:N0} rows of four tables; medians of {options.Rounds} rounds after one."));
        await MeasureAsync("with keys and references", ways, count, options.Rounds, output);
        await DropConstraintsAsync(connection);
        await MeasureAsync("without any", ways, count, options.Rounds, output);
    }

    private static async Task MeasureAsync(string tables, (string Name, Func<Task> Seed)[] ways, long count, int rounds, TextWriter output)
    {
        double[][] seconds = [.. ways.Select(_ => new double[rounds])];
        for (int round = -1; round < rounds; round++)                                         // the first warms up
        {
            for (int way = 0; way < ways.Length; way++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                await ways[way].Seed();
                if (round >= 0)
                    seconds[way][round] = watch.Elapsed.TotalSeconds;
            }
        }

        await output.WriteLineAsync($"Tables {tables}:");
        double baseline = Median(seconds[1]);
        for (int way = 0; way < ways.Length; way++)
        {
            double median = Median(seconds[way]);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"  {ways[way].Name,-46} {median,6:0.00} s  {count / median,10:N0} rows/s  {baseline / median:0.00} of rows in memory  ({seconds[way].Min():0.00} to {seconds[way].Max():0.00} s)"));
        }
    }

    private static async Task DropConstraintsAsync(NpgsqlConnection connection)
    {
        var statements = new List<string>();
        await using (var command = new NpgsqlCommand(
            "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) FROM pg_constraint WHERE contype IN ('p', 'u', 'f') "
            + $"AND conrelid = ANY (ARRAY[{string.Join(", ", Tables.Select(table => $"'{table}'::regclass"))}]) ORDER BY contype = 'p'", connection))
        {
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                statements.Add(reader.GetString(0));
        }

        foreach (string statement in statements)
            await RunAsync(connection, statement);
    }

    private static string List => string.Join(", ", Tables.Select(table => $"\"{table}\""));

    private static async Task CopyAsync(NpgsqlConnection connection, List<RowsInMemory> rows, Func<RowsInMemory, NpgsqlConnection, Task> copy)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await RunAsync(connection, $"TRUNCATE {List}");
        foreach (RowsInMemory table in rows)
            await copy(table, connection);
        await transaction.CommitAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
