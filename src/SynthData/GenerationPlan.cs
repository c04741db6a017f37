using System.Data.Common;
using SynthData.Batches;
using SynthData.Manifest;
using SynthData.Planning;

namespace SynthData;

/// <summary>A schema bound to a request, its rows counted, ready to be carried out. Immutable and thread-safe.</summary>
public sealed class GenerationPlan
{
    internal GenerationPlan(Dataset dataset, GenerationRequest request) => (Dataset, Request) = (dataset, request);

    /// <summary>The dataset planned.</summary>
    public Dataset Dataset { get; }

    /// <summary>The request planned.</summary>
    public GenerationRequest Request { get; }

    /// <summary>Makes, checks and writes every table.</summary>
    /// <exception cref="Diagnostics.GenerationException">Rows are short, or the output or the model failed (SD3 to SD6).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was committed.</exception>
    public Task<RunManifest> WriteAsync(Output.OutputTarget target, RunOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(target.ToString() + options);

    /// <summary>Carries the plan out as <see cref="WriteAsync"/> does, and says whether the dataset was complete before.</summary>
    internal Task<RunOutcome> RunAsync(Output.OutputTarget target, RunOptions options, CancellationToken cancellationToken) =>
        throw new NotSupportedException(target.ToString() + options + cancellationToken);

    /// <summary>Describes the plan in words and numbers, probing each rule.</summary>
    internal PlanReport Report() => throw new NotSupportedException();

    /// <summary>Makes and checks the rows of one table, in row order, without writing them.</summary>
    public IAsyncEnumerable<RowBatch> ReadBatchesAsync(string table, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(table);

    /// <summary>Opens a reader over the rows of one table, for SqlBulkCopy, Npgsql or a DataTable.</summary>
    public DbDataReader OpenReader(string table) => throw new NotSupportedException(table);
}
