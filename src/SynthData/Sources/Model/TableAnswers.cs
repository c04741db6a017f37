using System.Runtime.CompilerServices;
using SynthData.Planning;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model;

/// <summary>Answers the slots of one table, wave by wave.</summary>
/// <remarks>
/// Two waves overlap: a wave is asked while the one before is still being asked again, but where rows depend on each other it is judged
/// only when that one has ended. So what is asked, and who owns a unique value, follows from plan and replies, never from time.
/// </remarks>
internal sealed class TableAnswers(TableDesk table, TextClaims claims, TextCensus census)
{
    private readonly WaveSchedule schedule = new(table.Options.WaveSize, table.Options.MostWaveSize);
    private readonly WaveSettings settings = new(table.Options);
    private readonly TextMemory memory = new(table.Table);

    public async IAsyncEnumerable<IReadOnlyList<PromptAnswer>> RunAsync(
        long first, long count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<WaveEnd>>(2);
        Task<WaveEnd>? newest = null;
        try
        {
            for (long start = first; start < first + count;)
            {
                WaveEnd? end = underWay.Count == 2 ? await TakeAsync(underWay) : null;
                long next = Math.Min(first + count, schedule.EndOf(start));
                newest = new Wave(table, claims, settings.Next() with { Memory = memory.Tell() }, start, (int)(next - start)).RunAsync(newest, stop.Token);
                underWay.Enqueue(newest);
                start = next;
                if (end is not null)
                    yield return end.Answers;
            }

            while (underWay.Count > 0)
                yield return (await TakeAsync(underWay)).Answers;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What is learnt of a wave serves those after the next, which is under way already.
    private async Task<WaveEnd> TakeAsync(Queue<Task<WaveEnd>> underWay)
    {
        WaveEnd end = await underWay.Dequeue();
        settings.Absorb(end);
        census.Add(end.Answers);
        memory.Absorb(end.Answers);
        return end;
    }
}
