using SynthData.Manifest;
using SynthData.Output;

namespace SynthData;

/// <summary>Joins the shards of a folder to one dataset.</summary>
internal static class ShardMerge
{
    /// <summary>Checks ranges and content, joins the files and writes the manifest last.</summary>
    /// <exception cref="Diagnostics.GenerationException">Shards are missing, disagree, or cannot be read or written (SD5).</exception>
    public static Task<RunManifest> RunAsync(string folder, CancellationToken cancellationToken) =>
        DatasetMerge.RunAsync(folder, options => FormatChoice.Of(options.Format, options.Compression ?? "none", options.CsvFormula).Open(), cancellationToken);
}
