using NJsonSchema;
using SynthData.Jobs;
using SynthData.Tests.Schema;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Jobs;

/// <summary><c>schemas/synthdata-job.schema.json</c>, by which editors check jobs.</summary>
public class EditorJobTests
{
    private const string Head = "synthdata-job: 1\nname: nightly\n";

    public static TheoryData<string> Jobs =>
        [.. Directory.GetFiles(Repository.PathOf("examples"), "*.yaml", SearchOption.AllDirectories).Where(JobReader.IsJob).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Passes_each_job_of_the_repository(string file) =>
        Assert.Empty(await CheckAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("name: nightly\ndatasets: { a: { schema: x.yaml } }")]
    [InlineData("synthdata-job: 2\nname: nightly\ndatasets: { a: { schema: x.yaml } }")]
    [InlineData("synthdata-job: 1\ndatasets: { a: { schema: x.yaml } }")]
    [InlineData(Head)]
    [InlineData(Head + "datasets: { }")]
    [InlineData(Head + "datasets: { A: { schema: x.yaml } }")]
    [InlineData(Head + "datasets: { a: { output: x } }")]
    [InlineData(Head + "datasets: { a: { schema: x.yaml, ouput: x } }")]
    [InlineData(Head + "datasets: { a: { schema: x.yaml, on_failure: ignore } }")]
    [InlineData(Head + "datasets: { a: { schema: x.yaml, limits: { call: 3 } } }")]
    [InlineData(Head + "datasets: { a: { schema: x.yaml, retries: { pause: 30 } } }")]
    [InlineData(Head + "datasets: { a: { schema: x.yaml, api_key: x } }")]
    [InlineData(Head + "defaults: { output: x }\ndatasets: { a: { schema: x.yaml } }")]
    [InlineData(Head + "as_of: today\ndatasets: { a: { schema: x.yaml } }")]
    [InlineData(Head + "params: { day: { soon: 1 } }\ndatasets: { a: { schema: x.yaml } }")]
    public async Task Fails_each_broken_job(string text) => Assert.NotEmpty(await CheckAsync(text));

    [Fact]
    public async Task Knows_the_keys_that_the_reader_knows()
    {
        JsonSchema schema = await SchemaAsync();

        Assert.Equal(JobKeys.OfJob.Order(StringComparer.Ordinal), schema.Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(JobKeys.OfDefaults.Order(StringComparer.Ordinal), schema.Properties["defaults"].Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(JobKeys.OfDataset.Order(StringComparer.Ordinal), schema.Definitions["dataset"].Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(JobKeys.OfLimits.Order(StringComparer.Ordinal), schema.Definitions["limits"].Properties.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<string[]> CheckAsync(string yaml) => [.. (await SchemaAsync()).Validate(YamlAsJson.Convert(yaml)).Select(error => $"{error.Path}: {error.Kind}")];

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Repository.PathOf("schemas", "synthdata-job.schema.json"), TestContext.Current.CancellationToken);
}
