using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Expressions;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Rules.Sql;
using SynthData.Run;
using SynthData.Tests.Output;
using SynthData.Tests.Run;

namespace SynthData.Tests.Language;

/// <summary>A schema of a test and the files made of it, which DuckDB and <c>validate</c> look at.</summary>
internal sealed class MadeFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dataset dataset;
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    private MadeFolder(string schema)
    {
        dataset = Dataset.Open(folder.Write("schema.yaml", schema));
        connection.Open();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Writes a schema's tables as CSV; each is a table of the same name for DuckDB.</summary>
    public static async Task<MadeFolder> OfAsync(string schema)
    {
        var made = new MadeFolder(schema);
        GenerationPlan plan = made.dataset.Plan();
        await plan.WriteAsync(OutputTarget.Folder(made.folder.At("made")), new RunOptions(), Token);
        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
            made.Execute($"CREATE TABLE \"{table.Name}\" AS SELECT * FROM {DuckDbJudge.Source(made.PathOf(table.Name), CheckedBatch.ColumnsOf(table))}");
        return made;
    }

    /// <summary>Asserts that a schema gives the same cells whatever the threads, batches and shards.</summary>
    public static async Task IsPureAsync(string schema)
    {
        using var made = new MadeFolder(schema);
        string? cells = null;
        foreach ((int threads, int batchRows) in ((int, int)[])[(1, 65_536), (7, 1), (2, 1_000), (7, 97)])
        {
            RunManifest whole = await made.RunAsync(made.dataset.Plan(), $"{threads}-{batchRows}", new RunOptions { Threads = threads, BatchRows = batchRows });
            cells ??= ReadyMade.Cells(whole);
            Assert.Equal((threads, batchRows, cells), (threads, batchRows, ReadyMade.Cells(whole)));
        }

        foreach (int of in (int[])[2, 5])
        {
            foreach (int number in Enumerable.Range(1, of).Reverse())
                await made.RunAsync(made.dataset.Plan(new GenerationRequest { Shard = new ShardRequest(number, of) }), $"parts-{of}", new RunOptions { BatchRows = 501 });
            RunManifest merged = await ShardMerge.RunAsync(made.folder.At($"parts-{of}"), Token);
            Assert.Equal((of, cells), (of, ReadyMade.Cells(merged)));
        }
    }

    public string PathOf(string table) => folder.At(Path.Combine("made", table + ".csv"));

    /// <summary>Writes a table's rows anew. What a manifest says of them no longer holds, so it goes.</summary>
    public void Rewrite(string table, Func<string[], string[]> rows)
    {
        string[] lines = File.ReadAllLines(PathOf(table));
        File.WriteAllLines(PathOf(table), [lines[0], .. rows(lines[1..])]);
        File.Delete(folder.At(Path.Combine("made", "manifest.json")));
    }

    /// <summary>What DuckDB answers: the first cell of the first row.</summary>
    public long Number(string query)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public Task<ValidationReport> ValidateAsync() =>
        DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, false), Token);

    /// <summary>The rules whose query, as <c>validate --sql duckdb</c> prints it, selects something; asserts that every rule has one.</summary>
    public ImmutableArray<string> BrokenQueries()
    {
        var script = RuleScript.Of(dataset, SqlDialect.DuckDb, null, [new ValidationInput(null, folder.At("made"))]);
        using DuckDBConnection own = new("DataSource=:memory:");
        own.Open();
        using DuckDBCommand command = own.CreateCommand();
        foreach (string view in script.Views)
        {
            command.CommandText = view;
            command.ExecuteNonQuery();
        }

        var broken = ImmutableArray.CreateBuilder<string>();
        foreach (RuleQuery query in script.Queries)
        {
            Assert.True(query.Sql is not null, $"{query.Rule}: {query.WhyNot}");
            command.CommandText = query.Sql;
            using DuckDBDataReader reader = command.ExecuteReader();
            if (reader.Read())
                broken.Add($"{query.Table}: {query.Rule}");
        }

        return broken.ToImmutable();
    }

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }

    private async Task<RunManifest> RunAsync(GenerationPlan plan, string name, RunOptions options) =>
        (await plan.RunAsync(OutputTarget.Folder(folder.At(name)), options, Token)).Manifest;

    private void Execute(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
