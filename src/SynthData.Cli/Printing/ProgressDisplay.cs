using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>Moving bars on standard error while a run goes on; nothing where nobody looks.</summary>
internal static class ProgressDisplay
{
    public static async Task<T> ShowAsync<T>(Session session, Func<IProgress<RunProgress>?, Task<T>> run)
    {
        if (!session.IsAnimated)
            return await run(null);

        Progress progress = session.Remarks.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        return await progress.StartAsync(context => run(new Bars(context)));
    }

    /// <summary>One bar a table. Spectre's context is thread-safe; ours guards the list of bars.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<RunProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);
        private readonly Lock gate = new();

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                if (!tasks.TryGetValue(value.Table, out ProgressTask? task))
                {
                    task = context.AddTask(value.Table.EscapeMarkup(), maxValue: Math.Max(1, value.RowsPlanned));
                    tasks.Add(value.Table, task);
                }

                task.Value = value.RowsDone;
            }
        }
    }
}
