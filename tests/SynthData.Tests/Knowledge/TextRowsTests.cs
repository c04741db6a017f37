using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Knowledge;

/// <summary>The first rows from a model, the rest from knowledge, as one table.</summary>
public class TextRowsTests
{
    private const string Schema = """
        synthdata: 1
        name: shop
        tables:
          items:
            rows: 40
            key: id
            columns:
              id:    { sequence: 1 }
              kind:  { values: [bike, part] }
              title: { prompt: 'Title of a {kind}.', length: [3, 200] }
              long:  { type: int32, expr: length(title) }
            rules:
              - { name: no_ten, check: "title not like '%10' or kind = 'bike'" }
          notes:
            rows: 60
            columns:
              item: { references: items.id }
              seen: { expr: item.title }

        """;

    private const string Knowledge = """
        synthdata-knowledge: 1
        columns:
          items.title: { given: [kind], pools: [{ entries: ['known {kind} {num:10..99}'] }] }

        """;

    [Fact]
    public async Task Rows_of_the_model_and_of_knowledge_stand_in_one_table_that_others_read()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shop.yaml", Schema);
        bench.Write("shop.knowledge.yaml", Knowledge);

        CommandLine run = await bench.GenerateAsync(schema, "part", "--text", "row", "--text-rows", "5", "--format", "csv");
        CommandLine known = await bench.RunAsync(["generate", schema, "-o", bench.At("known")]);

        Assert.True(run.ExitCode == 0 && known.ExitCode == 0, run.Error + known.Error);
        string[][] part = Rows(bench, "part/items.csv");
        string[][] whole = Rows(bench, "known/items.csv");
        Assert.Equal(whole[5..], part[5..]);
        Assert.All(part[..5], row => Assert.DoesNotContain("known", row[2], StringComparison.Ordinal));
        Assert.All(part, row => Assert.Equal(row[2].Length, int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture)));
        Dictionary<string, string> titles = part.ToDictionary(row => row[0], row => row[2]);
        Assert.All(Rows(bench, "part/notes.csv"), row => Assert.Equal(titles[row[0]], row[1]));
        Assert.Contains(Rows(bench, "part/notes.csv"), row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture) <= 5);
        string manifest = await File.ReadAllTextAsync(bench.At("part/manifest.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"textRows\": 5", manifest, StringComparison.Ordinal);
        Assert.Contains("\"source\": \"model, knowledge\"", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("\"knowledge\": null", manifest, StringComparison.Ordinal);
        Assert.Equal(5, bench.ReadManifest("part").Options.TextRows);
    }

    [Fact]
    public async Task More_rows_than_there_are_leave_none_to_knowledge()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shop.yaml", Schema);
        bench.Write("shop.knowledge.yaml", Knowledge);

        await bench.MakeAsync(schema, "all", "--text-rows", "1000");

        Assert.All(Rows(bench, "all/items.csv"), row => Assert.DoesNotContain("known", row[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Needs_knowledge_a_model_and_texts_that_may_repeat()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shop.yaml", Schema);

        (await bench.GenerateAsync(schema, "none", "--text-rows", "5")).AssertRefused(3, "SD7024", "there is no file beside the schema");
        bench.Write("shop.knowledge.yaml", Knowledge);
        (await bench.RunAsync(["generate", schema, "--text-rows", "5"])).AssertRefused(2, "SD8117", "--model");
        (await bench.GenerateAsync(schema, "none", "--text-rows", "5", "--text", "knowledge")).AssertRefused(2, "SD8117", "--text row");
        bench.Write("shop.yaml", Schema.Replace("length: [3, 200]", "unique: true", StringComparison.Ordinal));
        (await bench.GenerateAsync(schema, "none", "--text-rows", "5")).AssertRefused(3, "SD7038", "items.title");
    }

    [Fact]
    public async Task A_model_that_knowledge_leaves_nothing_to_is_not_asked_and_needs_no_key()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shop.yaml", Schema);
        bench.Write("shop.knowledge.yaml", Knowledge);

        CommandLine run = await bench.RunAsync(["generate", schema, "-o", bench.At("out"), "--model", "openai/test"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("SD7039", run.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Requests);
    }

    private static string[][] Rows(ModelBench bench, string file) =>
        [.. File.ReadAllLines(bench.At(file)).Skip(1).Select(line => line.Split(','))];
}
