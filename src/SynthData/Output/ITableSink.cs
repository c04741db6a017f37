using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Where the encoded rows of one table go.</summary>
internal interface ITableSink : IAsyncDisposable
{
    /// <summary>Its name, for messages.</summary>
    string Place { get; }

    /// <summary>What encodes rows and appends them.</summary>
    ITableWriter Writer { get; }

    /// <summary>Brings what was appended to safety. Called once, when the writer is complete.</summary>
    /// <returns>The file that holds the rows; null where none does.</returns>
    ValueTask<ManifestFile?> CompleteAsync(long rows, CancellationToken cancellationToken);
}
