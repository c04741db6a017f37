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
    public async IAsyncEnumerable<CheckedBatch> LocalAsync(RowMaking making, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var verifiers = new TableVerifiers(table);
        await foreach (CheckedBatch batch in MakeAsync(run.Program(table.Index), first, making, cancellationToken))
        {
            verifiers.Add(batch.Frame, run.KeysOf);
            yield return batch;
            batch.Frame.Return();                               // whoever wanted its cells has moved on
        }

        // A share of a part says nothing of the whole.
        if (end - first == run.Plan.RowCount(table.Index))
            verifiers.Close(end - first);
    }

    /// <summary>Makes rows whose prompt cells a model fills, wave by wave, and those after them that it is not asked for; keeps them for the tables that read them.</summary>
    /// <remarks>A part of a table is cut from all of its rows, since children of other parts may read any of them.</remarks>
    /// <param name="isRefused">Says of a text that its output will not take it; null where it takes every text.</param>
    public async IAsyncEnumerable<CheckedBatch> ModelAsync(
        IPromptEngine engine, Func<string, bool>? isRefused, RowMaking making, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new PromptRows(run, table, ledger, isRefused);
        var verifiers = new TableVerifiers(table);
        var kept = new List<Frame>();
        long count = run.Plan.RowCount(table.Index);
        long asked = run.Plan.AskedRows(table.Index);
        bool isWhole = first == 0 && end == count;
        long next = 0;
        await foreach (IReadOnlyList<PromptAnswer> wave in engine.AnswerAsync(rows.Table, rows, 0, asked, cancellationToken))
        {
            Frame frame = rows.Complete(wave);
            kept.Add(frame);
            verifiers.Add(frame, run.KeysOf);
            if (isWhole)
                yield return CheckedBatch.Of(table, columns, frame, next, faults);
            next += wave.Count;
        }

        bool isKept = !isWhole || run.IsRead(table);
        if (asked < count)
        {
            await foreach (CheckedBatch batch in new TableRun(run, table, asked, count, ledger).MakeAsync(run.WithoutModel(table), asked, making, cancellationToken))
            {
                verifiers.Add(batch.Frame, run.KeysOf);
                if (isKept)
                    kept.Add(batch.Frame.Keep());
                if (isWhole)
                    yield return batch;
                batch.Frame.Return();
            }
        }

        verifiers.Close(count);
        if (!isKept)
            yield break;
        Frame whole = FrameJoin.Join(table, kept);
        run.Finish(table.Index, whole);
        if (!isWhole && end > first)
            yield return CheckedBatch.Of(table, columns, FrameJoin.Cut(table, whole, (int)first, (int)(end - first)), first, faults);
    }

    // Makes the rows from one on, in order.
    private IAsyncEnumerable<CheckedBatch> MakeAsync(TableProgram program, long from, RowMaking making, CancellationToken cancellationToken)
    {
        return Ordered.SelectAsync(Starts(from, making.BatchRows), making.Threads, Make, cancellationToken);

        Task<CheckedBatch> Make(long start, CancellationToken token) => Task.Run(
            () =>
            {
                token.ThrowIfCancellationRequested();
                using var rows = new Rented<long>((int)Math.Min(making.BatchRows, end - start));
                RowIndices.Fill(rows.Span, start);
                CheckedBatch batch = CheckedBatch.Of(table, columns, program.Evaluate(rows.Span, program.Whole, ledger), start, faults);
                making.Work(batch);
                return batch;
            },
            token);
    }

    private IEnumerable<long> Starts(long from, int batchRows)
    {
        for (long start = from; start < end; start += batchRows)
            yield return start;
    }
}

/// <summary>How rows are made that need no model: in batches, on threads, each batch worked on by the thread that made it.</summary>
/// <param name="Work">Done with each batch, such as encoding it.</param>
internal sealed record RowMaking(int BatchRows, int Threads, Action<CheckedBatch> Work);
