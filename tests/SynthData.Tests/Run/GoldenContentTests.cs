using SynthData.Output;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Run;

/// <summary>The data promise: a generator makes these cells for ever. SYNTHDATA_UPDATE=1 records them anew, until its first release.</summary>
public class GoldenContentTests
{
    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_ready_made_schema_makes_the_cells_it_always_made(string name)
    {
        using TemporaryFolder folder = new();
        Snapshot.Match(ReadyMade.Cells(await ReadyMade.WriteAsync(name, folder.At("made"), new RunOptions())), $"{name}.content");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_ready_made_schema_makes_the_cells_of_the_second_generator(string name)
    {
        using TemporaryFolder folder = new();
        string text = await File.ReadAllTextAsync(ReadyMade.PathOf(name), TestContext.Current.CancellationToken);
        Assert.Contains("\ngenerator: 1\n", text, StringComparison.Ordinal);
        string schema = folder.Write($"{name}.yaml", text.Replace("\ngenerator: 1\n", "\ngenerator: 2\n", StringComparison.Ordinal));
        RunOutcome run = await Dataset.Open(schema).Plan().RunAsync(
            OutputTarget.Folder(folder.At("made")), new RunOptions(), TestContext.Current.CancellationToken);
        Snapshot.Match(ReadyMade.Cells(run.Manifest), $"{name}.content-2");
    }
}
