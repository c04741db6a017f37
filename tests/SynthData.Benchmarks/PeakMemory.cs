using System.Globalization;

namespace SynthData.Benchmarks;

/// <summary>The most memory that shape A ever held, for two million rows and for twenty, each in a process of its own.</summary>
internal static class PeakMemory
{
    /// <summary>The argument that makes the program the process that is measured.</summary>
    public const string Child = "--peak-memory-of";

    private const int FewRows = 2_000_000;
    private const int ManyRows = 20_000_000;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        const string name = "Peak memory";
        if (!options.Wants(name) || !OperatingSystem.IsLinux())
            return;
        Console.WriteLine();
        Console.WriteLine($"{name}: shape A, the process's greatest resident size (VmHWM)");
        foreach (string format in (string[])["csv", "parquet"])
        {
            double few = await OfAsync(FewRows, format);
            double many = await OfAsync(ManyRows, format);
            Console.WriteLine($"  {format}: {few:N0} MB for {FewRows:N0} rows, {many:N0} MB for {ManyRows:N0}: {many / few:0.00} (aim at most 1.15)");
        }
    }

    /// <summary>Writes the rows and prints what the process held.</summary>
    public static async Task MeasureAsync(string rows, string format)
    {
        using var sink = new CountingStream();
        await Shapes.WriteAsync(Shapes.People(int.Parse(rows, CultureInfo.InvariantCulture)), format, sink);
        string line = (await File.ReadAllLinesAsync("/proc/self/status")).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        Console.WriteLine(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    private static async Task<double> OfAsync(int rows, string format) =>
        double.Parse(await ChildProcess.PrintedAsync(Child, $"{rows}", format), CultureInfo.InvariantCulture) / 1000;
}
