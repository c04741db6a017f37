using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SynthData.Benchmarks.Fixtures;

/// <summary>How long a test waits for typed rows of four tables: the first load of a fresh process, compiled ahead, and those after it.</summary>
internal static class FixtureBenchmark
{
    private const double FirstAim = 200;
    private const double NextAim = 1;

    /// <param name="rounds">Fresh processes measured, after one that is not.</param>
    public static async Task RunAsync(int rounds, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("synthdata-fixtures").FullName;
        try
        {
            string root = RepositoryRoot.Find();
            string program = Path.Combine(folder, "program");
            await EndAsync("dotnet", root,
                "publish", "tests/SynthData.Benchmarks/Fixtures/FirstLoad", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
                "-p:PublishReadyToRun=true", "--artifacts-path", Path.Combine(folder, "artifacts"), "-v", "q", "-o", program);
            var measured = new List<double[]>();
            for (int round = 0; round <= rounds; round++)
            {
                string printed = await EndAsync(Path.Combine(program, "FirstLoad"), root, Path.Combine(root, "schemas", "bike-shop.yaml"));
                if (round > 0)
                    measured.Add([.. printed.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]);
            }

            double Median(int figure) => measured.Select(one => one[figure]).Order().ElementAt(measured.Count / 2);
            output.WriteLine($"Fixtures: {Median(0):0} rows over the 4 tables of bike-shop as records, ReadyToRun; medians of {rounds} fresh processes");
            output.WriteLine($"  first load {Median(1):0} ms (aim below {FirstAim:0} ms); the process took {Median(2):0} ms of processor time by then");
            output.WriteLine($"  next loads {Median(3):0.000} ms (aim below {NextAim:0} ms)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> EndAsync(string program, string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed.Trim() : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {printed}");
    }
}
