namespace SynthData.Output;

/// <summary>A format whose one file holds all tables of a dataset, one after the other.</summary>
internal interface IDatasetFormat : IFileFormat
{
    /// <summary>Opens a file; the stream stays the caller's and need not seek.</summary>
    IDatasetFile OpenFile(Stream stream);
}

/// <summary>A file that holds several tables. One call at a time.</summary>
internal interface IDatasetFile : IAsyncDisposable
{
    /// <summary>Begins a table, parents before children; the one before is complete.</summary>
    ITableWriter OpenTable(TableLayout table);

    /// <summary>Writes what ends the file. Without it the file is not whole.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
