using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SynthData.Benchmarks;

/// <summary>How long <c>synthdata preview</c> of a small schema takes, from a ReadyToRun build made for it.</summary>
internal static class StartUp
{
    private const double Aim = 0.2;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        const string name = "Start-up";
        if (!options.Wants(name) || !OperatingSystem.IsLinux())
            return;
        string folder = Directory.CreateTempSubdirectory("synthdata-start-up").FullName;
        try
        {
            string root = RepositoryRoot.Find();
            string output = Path.Combine(folder, "program");
            Console.WriteLine();
            if (await BuildAsync(root, Path.Combine(folder, "artifacts"), output) is { } refusal)
            {
                Console.WriteLine($"{name}: no ReadyToRun build: {refusal}");
                return;
            }

            var seconds = new List<double>();
            for (int round = 0; round <= options.Rounds; round++)
            {
                double preview = await PreviewAsync(output, Path.Combine(root, "schemas", "bike-shop.yaml"));
                if (round > 0)
                    seconds.Add(preview);
            }

            Console.WriteLine($"{name}: synthdata preview schemas/bike-shop.yaml, ReadyToRun, wall time; median of {options.Rounds} rounds");
            Console.WriteLine($"  {seconds.Order().ElementAt(seconds.Count / 2):0.00} s (aim below {Aim:0.00} s)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> BuildAsync(string root, string artifacts, string output)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = root };
        foreach (string argument in (string[])["publish", "src/SynthData.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false", "-p:PublishReadyToRun=true", "--artifacts-path", artifacts, "-v", "q", "-o", output])
            start.ArgumentList.Add(argument);
        using Process build = Process.Start(start)!;
        string printed = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? null : printed.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? "it failed.";
    }

    private static async Task<double> PreviewAsync(string program, string schema)
    {
        var start = new ProcessStartInfo(Path.Combine(program, "SynthData.Cli")) { RedirectStandardOutput = true };
        start.ArgumentList.Add("preview");
        start.ArgumentList.Add(schema);
        long begin = Stopwatch.GetTimestamp();
        using Process preview = Process.Start(start)!;
        await preview.StandardOutput.ReadToEndAsync();
        await preview.WaitForExitAsync();
        double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return preview.ExitCode == 0 ? wall : throw new InvalidOperationException($"preview ended with {preview.ExitCode}.");
    }
}
