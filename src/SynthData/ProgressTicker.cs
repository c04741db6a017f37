using SynthData.Sources.Model;

namespace SynthData;

/// <summary>Tells how far a table is: when rows of it are done, and while a model is asked also twice a second. Thread-safe.</summary>
internal sealed class ProgressTicker : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private readonly IProgress<RunProgress>? progress;
    private readonly string table;
    private readonly long planned;
    private readonly Func<ModelFigures?> figures;
    private readonly PeriodicTimer? timer;
    private readonly Task ticking;
    private long done;

    /// <param name="progress">Null where nobody listens.</param>
    /// <param name="figures">Gives what is counted of the model; null for a table that asks none.</param>
    public ProgressTicker(IProgress<RunProgress>? progress, TimeProvider clock, string table, long planned, Func<ModelFigures?>? figures)
    {
        this.progress = progress;
        this.table = table;
        this.planned = planned;
        this.figures = figures ?? (() => null);
        timer = progress is null || figures is null ? null : new PeriodicTimer(Period, clock);
        ticking = timer is null ? Task.CompletedTask : TickAsync(timer);
    }

    /// <summary>Takes note of how many rows of the table are done.</summary>
    public void Done(long rows)
    {
        Interlocked.Exchange(ref done, rows);
        Tell();
    }

    public async ValueTask DisposeAsync()
    {
        timer?.Dispose();
        await ticking;
    }

    private async Task TickAsync(PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
            Tell();
    }

    private void Tell() => progress?.Report(new RunProgress(table, Interlocked.Read(ref done), planned) { Model = figures() is { } model ? Of(model) : null });

    private ModelProgress Of(ModelFigures model)
    {
        TableFigures? own = model.Tables.FirstOrDefault(one => one.Table == table);
        return new ModelProgress
        {
            Name = model.Model,
            Accepted = own?.Accepted ?? 0,
            Asked = own?.Asked ?? 0,
            Rejected = own?.Rejected ?? [],
            InFlight = model.Sending.InFlight,
            Waiting = model.Sending.Waiting,
            Pause = model.Sending.Pause,
            Calls = model.Sending.Calls,
            TokensIn = model.Sending.Tokens.In,
            TokensOut = model.Sending.Tokens.Out,
            TokensCached = model.Used.TokensCached - model.FromJournal.TokensCached,
            Cost = model.Sending.Cost,
        };
    }
}
