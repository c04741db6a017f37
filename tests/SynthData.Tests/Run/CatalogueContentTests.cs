using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Run;

/// <summary>The ready-made schema that shows the catalogue, whose locale the first generator has not.</summary>
public class CatalogueContentTests
{
    [Fact]
    public async Task The_insurer_has_the_cells_it_always_had_and_they_keep_the_schema()
    {
        using TemporaryFolder folder = new();
        Snapshot.Match(ReadyMade.Cells(await ReadyMade.WriteAsync("insurer", folder.At("made"), new RunOptions())), "insurer.content-2");

        ValidationReport report = await DataValidation.RunAsync(
            Dataset.Open(ReadyMade.PathOf("insurer")), new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, false), TestContext.Current.CancellationToken);
        CheckedData.AssertClean(report);
    }
}
