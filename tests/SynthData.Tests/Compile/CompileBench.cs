using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Compile;

/// <summary>A folder with a schema and a simulated provider to compile it with.</summary>
internal sealed class CompileBench : IAsyncDisposable
{
    public const string Letters = """
        synthdata: 1
        name: letters
        about: Letters to a shop for furniture.
        seed: 5
        as_of: 2025-01-01
        tables:
          letters:
            about: A letter.
            rows: 400
            key: id
            columns:
              id:      { sequence: 1 }
              name:    { semantic: person.first_name }
              topic:   { values: { repair: 60, order: 30, praise: 10 } }
              mood:    { given: topic, values: { repair: [cross, calm], order: [calm], praise: [glad] } }
              subject: { prompt: 'Subject of a {mood} letter about {topic}.', length: [5, 200] }
              body:    { prompt: 'Two sentences of a {mood} letter about {topic} by {name}.', length: [20, 900] }
            rules:
              - { name: not_rude, check: "body not like '%forbidden%'", why: Letters are polite. }
        """;

    private readonly ModelBench bench;

    private CompileBench(ModelBench bench) => this.bench = bench;

    public SimulatedServer Server => bench.Server;

    public ModelBench Model => bench;

    public string File => bench.At("letters.knowledge.yaml");

    public string Text => System.IO.File.ReadAllText(File);

    public string Schema => bench.At("letters.yaml");

    public static async Task<CompileBench> StartAsync(Func<RecordedRequest, Fault?>? script = null, string schema = Letters)
    {
        var made = new CompileBench(await ModelBench.StartAsync(script));
        made.bench.Write("letters.yaml", schema);
        return made;
    }

    public void Write(string schema) => bench.Write("letters.yaml", schema);

    /// <summary>Runs <c>compile</c> with a model at the server.</summary>
    public Task<CommandLine> CompileAsync(params string[] more) =>
        bench.RunAsync(["compile", Schema, "--model", bench.Model, "--base-url", Server.BaseUrl.ToString(), .. more]);

    /// <summary>The file as it is, which must be right.</summary>
    public KnowledgeFile Read()
    {
        var bag = new DiagnosticBag();
        KnowledgeFile? file = KnowledgeReader.ReadFile(File, bag);
        Assert.Empty(bag);
        return file!;
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
