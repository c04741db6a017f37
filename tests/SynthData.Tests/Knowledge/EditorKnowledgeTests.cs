using NJsonSchema;
using SynthData.Tests.Schema;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Knowledge;

/// <summary>The JSON Schema that editors check knowledge by.</summary>
public class EditorKnowledgeTests
{
    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Repository.PathOf("schemas"), "*.knowledge.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.GetFiles(Repository.PathOf("schemas", "packs"), "??.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Passes_each_file_of_the_repository(string file) =>
        Assert.Empty(await CheckAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("columns: { a.b: { pools: [{ entries: [x] }] } }")]
    [InlineData("synthdata-knowledge: 2\ncolumns: { a.b: { pools: [{ entries: [x] }] } }")]
    [InlineData("synthdata-knowledge: 1")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ entries: [] }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ when: { c: d } }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ entries: [{ text: x, w: 0 }] }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ entries: [{ txt: x }] }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ entries: [x], weights: 3 }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pack: x, pools: [{ entries: [x] }] } }")]
    [InlineData("synthdata-knowledge: 1\ncolumns: { a.b: { pools: [{ entries: [x] }] } }\nlists: { c: [] }")]
    public async Task Fails_each_broken_file(string text) => Assert.NotEmpty(await CheckAsync(text));

    /// <summary>What the schema says against a file.</summary>
    public static async Task<string[]> CheckAsync(string yaml)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Repository.PathOf("schemas", "synthdata-knowledge.schema.json"), TestContext.Current.CancellationToken);
        return [.. schema.Validate(YamlAsJson.Convert(yaml)).Select(error => $"{error.Path}: {error.Kind}")];
    }
}
