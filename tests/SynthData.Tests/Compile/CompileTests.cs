using System.Text.Json;
using SynthData.Knowledge;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Compile;

/// <summary><c>synthdata compile</c> from the schema to rows made of what it wrote.</summary>
public class CompileTests
{
    [Fact]
    public async Task What_a_model_writes_once_fills_the_rows_without_it()
    {
        await using CompileBench bench = await CompileBench.StartAsync();

        CommandLine run = await bench.CompileAsync();
        int calls = bench.Server.Calls;
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(calls, bench.Server.Calls);
        KnowledgeColumn column = Assert.Single(bench.Read().Columns);
        Assert.Equal("letters.[subject, body]", column.Key);
        Assert.Equal(["topic", "mood"], column.Given.Select(name => name.Text));
        Assert.All(column.Pools.SelectMany(pool => pool.Entries), entry => Assert.Equal((KnowledgeAuthor.Model, 8), (entry.By, entry.Id!.Length)));
        Assert.Equal("knowledge", bench.Model.ReadManifest("made").Tables.Single().Columns.Single(one => one.Name == "body").Source);
        Assert.True(ModelBench.Count($"(SELECT DISTINCT body FROM {bench.Model.Csv("made", "letters")})") >= 390);
    }

    [Fact]
    public async Task Each_frequent_combination_has_a_pool_and_there_is_one_for_all_other_rows()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();

        KnowledgeColumn column = Assert.Single(bench.Read().Columns);
        Assert.Equal(
            ["mood: calm, topic: repair", "mood: cross, topic: repair", "topic: order", "topic: praise", ""], column.Pools.Select(pool => pool.Name));
        Assert.All(column.Pools, pool => Assert.True(pool.Entries.Length >= 4));
        Assert.Contains(column.Pools.SelectMany(pool => pool.Entries), entry => entry.Texts[1].Written.Contains("{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_asks_nothing_and_leaves_the_file()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        string before = bench.Text;
        int calls = bench.Server.Calls;

        JsonElement result = (await bench.CompileAsync("--json")).Json().GetProperty("result");

        Assert.Equal((before, calls), (bench.Text, bench.Server.Calls));
        Assert.False(result.GetProperty("written").GetBoolean());
        JsonElement group = Assert.Single(result.GetProperty("groups").EnumerateArray());
        Assert.Equal(group.GetProperty("wanted").GetInt32(), group.GetProperty("kept").GetInt32());
    }
}
