using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Batches;
using SynthData.Planning;
using SynthData.Rules;

namespace SynthData.Run;

/// <summary>Makes the rows of one table in order, batch by batch, and verifies its table rules on the way.</summary>
/// <param name="run">The compiled plan.</param>
/// <param name="table">The table.</param>
/// <param name="first">The first row's index.</param>
/// <param name="end">The index after the last row.</param>
internal sealed class TableRun(DatasetRun run, TablePlan table, long first, long end, RejectionLedger ledger)
{
    private readonly ImmutableArray<BatchColumn> columns = CheckedBatch.ColumnsOf(table);
    private readonly FaultProgram? faults = FaultProgram.For(run, table);

    /// <summary>Makes locally filled rows on several threads; the rows do not depend on how many, nor on the batches' size.</summary>
    /// <param name="work">Done with each batch on the thread that made it, such as encoding it.</param>
    public async IAsyncEnumerable<CheckedBatch> LocalAsync(
        int batchRows, int threads, Action<CheckedBatch> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableProgram program = run.Program(table.Index);
        var verifiers = new TableVerifiers(table);
        await foreach (CheckedBatch batch in Ordered.SelectAsync(Starts(batchRows), threads, Make, cancellationToken))
        {
            verifiers.Add(batch.Frame, run.KeysOf);
            yield return batch;
            batch.Frame.Return();                               // whoever wanted its cells has moved on
        }

        // A share of a part says nothing of the whole.
        if (end - first == run.Plan.RowCount(table.Index))
            verifiers.Close(end - first);

        Task<CheckedBatch> Make(long start, CancellationToken token) => Task.Run(
            () =>
            {
                token.ThrowIfCancellationRequested();
                using var rows = new Rented<long>((int)Math.Min(batchRows, end - start));
                RowIndices.Fill(rows.Span, start);
                CheckedBatch batch = CheckedBatch.Of(table, columns, program.Evaluate(rows.Span, program.Whole, ledger), start, faults);
                work(batch);
                return batch;
            },
            token);
    }

    /// <summary>Makes rows whose prompt cells a model fills, wave by wave, and keeps them for the tables that read them.</summary>
    /// <remarks>A part of a table is cut from all of its rows, since children of other parts may read any of them.</remarks>
    /// <param name="isRefused">Says of a text that its output will not take it; null where it takes every text.</param>
    public async IAsyncEnumerable<CheckedBatch> ModelAsync(
        IPromptEngine engine, Func<string, bool>? isRefused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new PromptRows(run, table, ledger, isRefused);
        var verifiers = new TableVerifiers(table);
        var waves = new List<Frame>();
        long count = run.Plan.RowCount(table.Index);
        bool isWhole = first == 0 && end == count;
        long next = 0;
        await foreach (IReadOnlyList<PromptAnswer> wave in engine.AnswerAsync(rows.Table, rows, 0, count, cancellationToken))
        {
            Frame frame = rows.Complete(wave);
            waves.Add(frame);
            verifiers.Add(frame, run.KeysOf);
            if (isWhole)
                yield return CheckedBatch.Of(table, columns, frame, next, faults);
            next += wave.Count;
        }

        verifiers.Close(count);
        Frame whole = FrameJoin.Join(table, waves);
        run.Finish(table.Index, whole);
        if (!isWhole && end > first)
            yield return CheckedBatch.Of(table, columns, FrameJoin.Cut(table, whole, (int)first, (int)(end - first)), first, faults);
    }

    private IEnumerable<long> Starts(int batchRows)
    {
        for (long start = first; start < end; start += batchRows)
            yield return start;
    }
}
