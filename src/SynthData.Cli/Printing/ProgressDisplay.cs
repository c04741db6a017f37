using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthData.Cli.Printing;

/// <summary>Moving bars on standard error while a run goes on, and how its model gets on; nothing where nobody looks.</summary>
internal static class ProgressDisplay
{
    public static async Task<T> ShowAsync<T>(Session session, Func<IProgress<RunProgress>?, Task<T>> run)
    {
        if (!session.IsAnimated)
            return await run(null);

        var lines = new CurrentLines(session.Remarks.Profile);
        Progress progress = session.Remarks.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .UseRenderHook((bars, _) => new Rows([bars, .. lines.Render()]));
        return await progress.StartAsync(context => run(new Bars(context, lines)));
    }

    /// <summary>One bar a table. Spectre's context is thread-safe; ours guards the list of bars.</summary>
    private sealed class Bars(ProgressContext context, CurrentLines lines) : IProgress<RunProgress>
    {
        private readonly Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);
        private readonly Lock gate = new();

        public void Report(RunProgress value)
        {
            lock (gate)
            {
                lines.Current = value;
                if (!tasks.TryGetValue(value.Table, out ProgressTask? task))
                {
                    task = context.AddTask(value.Table.EscapeMarkup(), maxValue: Math.Max(1, value.RowsPlanned));
                    tasks.Add(value.Table, task);
                }

                // Rows are handed on in their order; those that are right behind a slow one count for whoever watches.
                task.Value = Math.Max(value.RowsDone, value.Model?.Accepted ?? 0);
            }
        }
    }

    /// <summary>The lines of the table whose model is being asked; none while no model is.</summary>
    private sealed class CurrentLines(Profile profile)
    {
        public volatile RunProgress? Current;

        public IEnumerable<IRenderable> Render() =>
            Current is { Model: { } model } progress ? ModelLines.Of(progress, model, profile.Width).Select(line => new Text(line)) : [];
    }
}
