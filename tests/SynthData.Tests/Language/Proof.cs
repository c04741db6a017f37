using DuckDB.NET.Data;
using SynthData.Expressions;
using SynthData.Manifest;
using SynthData.Rules.Sql;
using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Run;

namespace SynthData.Tests.Language;

/// <summary>What must be true of any schema: its data depend on nothing but the schema, are clean to <c>validate</c>, and DuckDB finds nothing wrong.</summary>
internal static class Proof
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes the data in several ways, and has them checked by ourselves and by DuckDB.</summary>
    public static async Task HoldsAsync(string schema, params (string Name, string Text)[] files)
    {
        using TemporaryFolder folder = new();
        foreach ((string name, string text) in files)
            folder.Write(name, text);
        Dataset dataset = Dataset.Open(folder.Write("shop.yaml", schema));
        string? cells = null;
        foreach ((string format, int threads, int batchRows) in ((string, int, int)[])[("csv", 1, 8192), ("csv", 7, 7), ("parquet", 2, 1)])
        {
            string how = $"{format}-{threads}-{batchRows}";
            RunManifest made = await dataset.Plan().WriteAsync(
                SynthData.Output.OutputTarget.Folder(folder.At(how)), new RunOptions { Format = format, Threads = threads, BatchRows = batchRows }, Token);
            cells ??= Cells(made);
            Assert.Equal((how, cells), (how, Cells(made)));
        }

        foreach (int number in (int[])[1, 2, 3])
        {
            await dataset.Plan(new GenerationRequest { Shard = new ShardRequest(number, 3) })
                .WriteAsync(SynthData.Output.OutputTarget.Folder(folder.At("parts")), new RunOptions(), Token);
        }

        Assert.Equal(cells, Cells(await ShardMerge.RunAsync(folder.At("parts"), Token)));
        foreach (string how in (string[])["csv-1-8192", "parquet-2-1"])
        {
            ValidationInput data = new(null, folder.At(how));
            CheckedData.AssertClean(await DataValidation.RunAsync(dataset, new ValidationRequest([data], null, false), Token));
            Assert.Equal([], Broken(RuleScript.Of(dataset, SqlDialect.DuckDb, null, [data])));
        }
    }

    /// <summary>The queries of a script that select something, by table and rule.</summary>
    public static List<string> Broken(RuleScript script)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SET threads = 1;" + string.Concat(script.Views.Select(view => view + ";"));
        command.ExecuteNonQuery();
        List<string> broken = [];
        foreach (RuleQuery query in script.Queries.Where(query => query.Sql is not null))
        {
            command.CommandText = query.Sql;
            using DuckDBDataReader reader = command.ExecuteReader();
            if (reader.Read())
                broken.Add($"{query.Table}: {query.Rule}");
        }

        return broken;
    }

    private static string Cells(RunManifest made) => ReadyMade.Cells(made);
}
