using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SynthData.Benchmarks.StartUps;

/// <summary>How long short commands take from the start of the process to its end, for each way to build the program, side by side.</summary>
internal static class StartUpBenchmark
{
    private static readonly (string Name, string[] Arguments)[] Commands =
    [
        ("--version", ["--version"]),
        ("types", ["types"]),
        ("generate, 50 rows", ["generate", "{schema}", "-o", "{new}", "--quiet"]),
    ];

    public static async Task RunAsync(StartUpOptions options, TextWriter output)
    {
        string work = Directory.CreateTempSubdirectory("synthdata-start-up").FullName;
        try
        {
            string programs = options.Programs ?? Path.Combine(work, "programs");
            List<BuiltProgram> built = [];
            foreach (BuiltProgram program in BuiltProgram.AllFor(RuntimeInformation.RuntimeIdentifier))
            {
                if (await program.BuildAsync(RepositoryRoot.Find(), programs, RuntimeInformation.RuntimeIdentifier) is { } refusal)
                    await output.WriteLineAsync($"{program.Name}: not built: {refusal}");
                else
                    built.Add(program);
            }

            double[][][] times = await MeasureAsync(built, programs, work, options.Rounds);
            await output.WriteLineAsync($"Wall time in milliseconds, median of {options.Rounds} rounds in which all take turns (least in brackets); {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
            await output.WriteLineAsync($"{"",-22}{string.Concat(Commands.Select(command => $"{command.Name,22}"))}{"size",12}");
            for (int place = 0; place < built.Count; place++)
            {
                string cells = string.Concat(times[place].Select(one => string.Create(CultureInfo.InvariantCulture, $"{$"{Median(one):0} ({one.Min():0})",22}")));
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{built[place].Name,-22}{cells}{built[place].SizeIn(programs) / 1e6,9:0.0} MB"));
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<double[][][]> MeasureAsync(List<BuiltProgram> built, string programs, string work, int rounds)
    {
        double[][][] times = [.. built.Select(_ => Commands.Select(_ => new double[rounds]).ToArray())];
        for (int round = -1; round < rounds; round++)
        {
            for (int command = 0; command < Commands.Length; command++)
            {
                for (int place = 0; place < built.Count; place++)
                {
                    double taken = await TimeAsync(built[place].PathIn(programs), work, Commands[command].Arguments);
                    if (round >= 0)
                        times[place][command][round] = taken;
                }
            }
        }

        return times;
    }

    private static async Task<double> TimeAsync(string program, string work, string[] arguments)
    {
        string target = Path.Combine(work, "made");
        string schema = Path.Combine(AppContext.BaseDirectory, "startup.yaml");
        string[] words = [.. arguments.Select(word => word switch { "{schema}" => schema, "{new}" => target, _ => word })];
        long begin = Stopwatch.GetTimestamp();
        (int exitCode, string printed) = await ChildProcess.RunAsync(program, work, words);
        double taken = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {exitCode}: {printed}");
        if (Directory.Exists(target))
            Directory.Delete(target, recursive: true);
        return taken;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
