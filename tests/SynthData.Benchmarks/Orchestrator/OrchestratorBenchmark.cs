using System.Globalization;
using System.Runtime.InteropServices;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Measures how the model is asked, against a simulated provider: tokens, time, limits, and what is kept.</summary>
internal static class OrchestratorBenchmark
{
    private static readonly (string Name, Func<OrchestratorOptions, CancellationToken, Task<IReadOnlyList<Figure>>> Measure)[] Measurements =
    [
        ("Tokens", TokensPerRow.MeasureAsync),
        ("Time and limits", WallTime.MeasureAsync),
        ("Right answers", RightAnswers.MeasureAsync),
        ("Repeats", Repeats.MeasureAsync),
        ("Kills", KillRuns.MeasureAsync),
        ("Journal", JournalLoad.MeasureAsync),
    ];

    /// <summary>Runs the measurements that are wanted.</summary>
    /// <returns>All figures, in the order in which they were printed.</returns>
    public static async Task<IReadOnlyList<Figure>> RunAsync(OrchestratorOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Orchestrator against a simulated provider; {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}"));
        var figures = new List<Figure>();
        foreach ((string name, Func<OrchestratorOptions, CancellationToken, Task<IReadOnlyList<Figure>>> measure) in Measurements)
        {
            if (options.Only is { } only && !name.Contains(only, StringComparison.OrdinalIgnoreCase))
                continue;
            await output.WriteLineAsync($"\n{name}");
            foreach (Figure figure in await measure(options, cancellationToken))
            {
                await output.WriteLineAsync(figure.ToString());
                figures.Add(figure);
            }
        }

        return figures;
    }
}
