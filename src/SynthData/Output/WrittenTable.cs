using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>What was written of one table.</summary>
/// <param name="File">The file that holds it; null where none does.</param>
internal sealed record WrittenTable(string Name, long Rows, long FirstRow, ContentSum Content, ManifestFile? File)
{
    /// <summary>Makes the manifest's entry.</summary>
    public ManifestTable ToManifest(ImmutableArray<ManifestColumn> columns, ImmutableArray<ManifestRejection> rejected, long faulty) =>
        new(Name, Rows, FirstRow, Content.ToString(), columns, File is null ? [] : [File], rejected, faulty);
}
