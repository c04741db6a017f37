using System.Text.Json;
using SynthData.Manifest;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Sources.Model.Variety;

/// <summary>Axes in what a model is asked, by the program.</summary>
public class AxesOfPromptsTests
{
    private static string Schema(string axes, string prompt = "A note.") => $$"""
        synthdata: 1
        name: notes
        seed: 5
        tables:
          notes:
            rows: 40
            key: id
            {{axes}}
            columns:
              id:   { sequence: 1 }
              kind: { values: [bill, joke, plea] }
              text: { prompt: '{{prompt}}' }
        """;

    private static JsonElement[] Header(ModelBench bench) =>
        Parts(bench.Server.Requests[0].User.Split('\n').First(line => line.StartsWith("[\"id\"", StringComparison.Ordinal)));

    private static JsonElement[] Parts(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static List<string> Column(ModelBench bench, string name)
    {
        int place = Array.FindIndex(Header(bench), part => part.GetString() == name);
        return [.. bench.Server.Requests.SelectMany(request => request.Slots).OrderBy(slot => slot.Id).Select(slot => Parts(slot.Line)[place].GetString()!)];
    }

    [Fact]
    public async Task Every_slot_shows_its_values_of_the_axes()
    {
        await using ModelBench bench = await ModelBench.StartAsync();

        await bench.MakeAsync(bench.Write("notes.yaml", Schema("axes: { tone: { warm: 3, dry: 1 }, kind: true }")), "made");

        Assert.Equal(["id", "kind", "tone"], Header(bench).Select(part => part.GetString()));
        Dictionary<string, int> tones = Column(bench, "tone").CountBy(tone => tone).ToDictionary();
        Assert.Equal(["dry", "warm"], tones.Keys.Order());
        Assert.True(tones["warm"] > tones["dry"]);
        Assert.Contains("- \"tone\"\n", bench.Server.Requests[0].System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_depends_on_the_axes_declared_and_is_asked_anew_where_they_change()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("notes.yaml", Schema("axes: { tone: [warm, dry] }")), "made");
        await bench.RestartAsync();

        await bench.MakeAsync(bench.Write("notes.yaml", Schema("axes: { tone: [warm, cold] }")), "again");

        long asked = bench.Server.Requests.Sum(request => request.Slots.Count);
        Assert.Equal(Column(bench, "tone").Count(tone => tone == "cold"), asked);
        Assert.InRange(asked, 10, 30);
    }

    [Fact]
    public async Task A_table_of_texts_without_axes_gets_some_on_which_no_answer_depends()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        RunManifest first = await bench.MakeAsync(bench.Write("notes.yaml", Schema("axes: { }", "A {kind}.")), "made");
        Assert.Equal(["id", "kind"], Header(bench).Select(part => part.GetString()));
        await bench.RestartAsync();

        RunManifest second = await bench.MakeAsync(bench.Write("notes.yaml", Schema("", "A {kind}.")), "again");
        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(first), ModelBench.Contents(second));

        Cli.CommandLine planned = await bench.RunAsync(["plan", bench.At("notes.yaml"), "--model", "openai/test"]);
        Assert.Contains("to make texts differ: manner, extent, angle", planned.Output, StringComparison.Ordinal);

        await bench.MakeAsync(bench.Write("other.yaml", Schema("", "A {kind}.")), "other");
        Assert.Equal(["id", "kind", "manner", "extent", "angle"], Header(bench).Select(part => part.GetString()));
        Assert.Equal(3, Column(bench, "extent").Distinct().Count());
        Assert.InRange(Column(bench, "angle").Distinct().Count(), 6, 10);
    }

    [Fact]
    public async Task Axes_are_no_hindrance_without_a_model()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("notes.yaml", Schema("axes: { tone: [warm, dry] }").Replace("prompt: 'A note.'", "prompt: 'A note.', fallback: { template: 'A {tone} {kind}.' }", StringComparison.Ordinal));

        Cli.CommandLine made = await bench.RunAsync(["generate", schema, "-o", bench.At("made")]);
        Cli.CommandLine shown = await bench.RunAsync(["preview", schema]);
        Cli.CommandLine planned = await bench.RunAsync(["plan", schema]);

        Assert.Equal((0, 0, 0), (made.ExitCode, shown.ExitCode, planned.ExitCode));
        string header = (await File.ReadAllLinesAsync(bench.At("made/notes.csv"), ModelBench.Token))[0];
        Assert.Equal("id,kind,text", header);
        Assert.Contains("axis: warm, dry", planned.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tone", shown.Output, StringComparison.Ordinal);
    }
}
