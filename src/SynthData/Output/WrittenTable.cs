using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>What was written of one table.</summary>
internal sealed record WrittenTable(string Name, long Rows, long FirstRow, ContentSum Content, ManifestFile File)
{
    /// <summary>Makes the manifest's entry.</summary>
    public ManifestTable ToManifest(ImmutableArray<ManifestColumn> columns, ImmutableArray<ManifestRejection> rejected, long faulty) =>
        new(Name, Rows, FirstRow, Content.ToString(), columns, [File], rejected, faulty);
}
