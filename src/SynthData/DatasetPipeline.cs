using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Output.Databases;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData;

/// <summary>The story of a run: request → schema → plan → batches → checks → files → manifest.</summary>
/// <remarks>Request and schema have become the plan when this begins; see <see cref="Dataset"/>.</remarks>
/// <param name="database">The target's database, opened; null for files. Stays the caller's.</param>
internal sealed class DatasetPipeline(GenerationPlan plan, OutputTarget target, RunOptions options, IDatabase? database)
{
    private readonly RejectionLedger ledger = new();
    private readonly ManifestDraft draft = new(plan, target, options);

    /// <summary>Makes, checks and writes every table, parents before children, and the manifest last.</summary>
    /// <returns>The manifest of a complete dataset. A run that throws leaves no manifest and, before the commit, no file.</returns>
    /// <exception cref="GenerationException">Rows are short, or output or model failed.</exception>
    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await using IDatasetWriter output = await OpenAsync(cancellationToken);                               // SD5
        if (output.State.IsComplete && !options.Overwrite)
            return new RunOutcome(output.State.Manifest!, WasComplete: true);

        using PromptDesk prompts = PromptDesk.Open(plan, options);                                            // SD6
        var tables = ImmutableArray.CreateBuilder<ManifestTable>();
        foreach (TablePlan table in plan.Run.InOrder)                                                         // parents before children
        {
            if (!plan.Run.IsMade(table))
                continue;                                                                                     // recomputed where it is read
            (WrittenTable? written, long faulty) = await WriteAsync(table, output, prompts, cancellationToken);
            if (written is not null)
                tables.Add(ManifestDraft.Table(table, written, ledger, prompts, faulty));
        }

        RunManifest manifest = draft.Close(tables.ToImmutable(), prompts);
        manifest = await output.CommitAsync(manifest, cancellationToken);                                     // manifest last: present = complete
        return new RunOutcome(manifest, WasComplete: false) { Warnings = prompts.Warnings, Fallbacks = prompts.Fallbacks, Texts = prompts.Texts, Model = prompts.Figures };
    }

    private async Task<IDatasetWriter> OpenAsync(CancellationToken cancellationToken) => database is null
        ? await DatasetWriter.OpenAsync(draft.Request, cancellationToken)
        : await DatabaseWriter.OpenAsync(database, draft.DatabaseRequest, cancellationToken);

    private async Task<(WrittenTable? Written, long Faulty)> WriteAsync(TablePlan table, IDatasetWriter output, PromptDesk prompts, CancellationToken cancellationToken)
    {
        long count = plan.Run.Plan.RowCount(table.Index);
        (long first, long end) = plan.Request.Shard is { } shard ? (shard.First(count), shard.End(count)) : (plan.Run.FirstRow(table.Index), count);
        var rows = new TableRun(plan.Run, table, first, end, ledger);
        await using TableOutput? file = table.IsWritten
            ? await output.BeginTableAsync(table.Name, CheckedBatch.ColumnsOf(table), first, cancellationToken)
            : null;

        var making = new RowMaking(options.BatchRows, options.Threads, batch => batch.Encoded = file?.Encode(batch.Rows));
        IAsyncEnumerable<CheckedBatch> batches = table.ModelSlots.IsEmpty
            ? rows.LocalAsync(making, cancellationToken)
            : rows.ModelAsync(prompts.Engine, draft.IsRefused, making, cancellationToken);
        await using var ticker = new ProgressTicker(
            options.Progress, options.Clock, table.Name, end - first, table.ModelSlots.IsEmpty ? null : () => prompts.Figures);
        long faulty = 0;
        await foreach (CheckedBatch batch in batches)
        {
            faulty += batch.FaultyRows;
            if (file is not null)
                await file.AppendAsync((EncodedRows?)batch.Encoded ?? file.Encode(batch.Rows), cancellationToken);
            options.OnBatch?.Invoke(batch.Rows);
            ticker.Done(batch.Rows.FirstRowIndex + batch.Rows.RowCount - first);
        }

        return (file is null ? null : await file.CompleteAsync(cancellationToken), faulty);
    }
}
