using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Output.Databases;

namespace SynthData;

/// <summary>Looks at what stands at a target, and writes nothing.</summary>
internal static class StandingDataset
{
    /// <summary>Compares it with what a run would make: the manifest, and the hashes of its files.</summary>
    /// <returns>Nothing, too, where a database cannot be opened: a run tells why.</returns>
    public static async Task<DatasetState> FindAsync(GenerationPlan plan, OutputTarget target, RunOptions options, CancellationToken cancellationToken)
    {
        var draft = new ManifestDraft(plan, target, options);
        if (target is not DatabaseTarget place)
            return await ExistingDataset.CompareAsync(DatasetLayout.For(target, shard: null), draft.Request.Run, cancellationToken);
        try
        {
            await using IDatabase database = await DatabaseDoor.OpenAsync(new DatabaseTarget(place.Kind, place.Address, new DatabaseOptions()), cancellationToken);
            return await DatabaseState.FindAsync(database, draft.DatabaseRequest, cancellationToken);
        }
        catch (GenerationException)
        {
            return DatasetState.None;
        }
    }
}
