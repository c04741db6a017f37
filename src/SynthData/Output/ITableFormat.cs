using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output;

/// <summary>A format of files that hold one table: opens writers and readers of one. Immutable and thread-safe.</summary>
internal interface ITableFormat : IFileFormat
{
    /// <summary>Opens a writer; the stream stays the caller's and need not seek.</summary>
    /// <param name="table">What goes into the file.</param>
    /// <param name="stream">Where its bytes go.</param>
    ITableWriter OpenWriter(TableLayout table, Stream stream);

    /// <summary>Opens a reader of a file that claims to hold a table; the stream stays the caller's and must seek for Parquet.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns expected, in any order.</param>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="path">The file's name, for messages.</param>
    ITableReader OpenReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path);

    /// <summary>Finds the columns of a file that nothing is known of, in its order; the stream stays the caller's and must seek.</summary>
    /// <exception cref="Diagnostics.GenerationException">SD5030: the bytes are not of the format at all.</exception>
    ValueTask<ImmutableArray<BatchColumn>> FindColumnsAsync(Stream stream, string path, CancellationToken cancellationToken);

    /// <summary>Makes one file of the parts of a table, in order.</summary>
    ValueTask ConcatenateAsync(TableLayout table, IReadOnlyList<string> parts, Stream target, CancellationToken cancellationToken);
}

/// <summary>What a table's file holds.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The visible columns, in output order.</param>
/// <param name="HasHeader">False for all parts of a sharded table but the first.</param>
internal sealed record TableLayout(string Name, ImmutableArray<BatchColumn> Columns, bool HasHeader = true);
