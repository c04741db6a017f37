using SynthData.Output;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Run;

/// <summary>The data promise: a generator makes these cells for ever. SYNTHDATA_UPDATE=1 records them anew, until its first release.</summary>
public class GoldenContentTests
{
    private const string First = "\ngenerator: 1\n";

    public static TheoryData<string> Names => ReadyMade.Names;

    public static TheoryData<string> FirstGenerator =>
        [.. ReadyMade.Names.Select(row => row.Data).Where(name => File.ReadAllText(ReadyMade.PathOf(name)).Contains(First, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_ready_made_schema_makes_the_cells_it_always_made(string name)
    {
        using TemporaryFolder folder = new();
        Snapshot.Match(ReadyMade.Cells(await ReadyMade.WriteAsync(name, folder.At("made"), new RunOptions())), $"{name}.content");
    }

    [Theory]
    [MemberData(nameof(FirstGenerator))]
    public async Task Each_schema_of_the_first_generator_makes_the_cells_of_the_second_when_it_names_it(string name)
    {
        using TemporaryFolder folder = new();
        string text = await File.ReadAllTextAsync(ReadyMade.PathOf(name), TestContext.Current.CancellationToken);
        string schema = folder.Write($"{name}.yaml", text.Replace(First, "\ngenerator: 2\n", StringComparison.Ordinal));
        RunOutcome run = await Dataset.Open(schema).Plan().RunAsync(
            OutputTarget.Folder(folder.At("made")), new RunOptions(), TestContext.Current.CancellationToken);
        Snapshot.Match(ReadyMade.Cells(run.Manifest), $"{name}.content-2");
    }
}
