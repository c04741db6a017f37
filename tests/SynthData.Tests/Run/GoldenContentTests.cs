using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Run;

/// <summary>The data promise: generator 1 makes these cells for ever. SYNTHDATA_UPDATE=1 records them anew, until the first release.</summary>
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
}
