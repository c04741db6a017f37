using System.Diagnostics;
using System.Globalization;

namespace SynthData.Benchmarks;

/// <summary>What a second core gains, beside what it gains for a loop that shares nothing: format numbers, sum their bytes.</summary>
internal static class TwoCores
{
    private const int LoopChunks = 64;
    private const int LoopNumbers = 200_000;

    /// <summary>The argument that makes the program the process that is measured.</summary>
    public const string Child = "--gain-of-two-cores";

    /// <summary>Measures in a process of its own, which no processor was taken from.</summary>
    public static async Task RunAsync(BenchmarkOptions options)
    {
        const string name = "Two cores";
        if (!options.Wants(name) || Environment.ProcessorCount < 2)
            return;
        string printed = await ChildProcess.PrintedAsync(Child, $"{options.Rows}", $"{options.Rounds}");
        Console.WriteLine();
        Console.WriteLine($"{name}: shape A as CSV on 2 threads and on 1, wall time; medians of {options.Rounds} rounds");
        Console.WriteLine($"  {printed}");
    }

    /// <summary>Takes turns and prints what was gained.</summary>
    public static async Task MeasureAsync(int rows, int rounds)
    {
        GenerationPlan plan = Shapes.People(rows);
        var gains = new List<double>();
        var loopGains = new List<double>();
        for (int round = 0; round <= rounds; round++)
        {
            double one = await SecondsAsync(() => WriteAsync(plan, 1));
            double two = await SecondsAsync(() => WriteAsync(plan, 2));
            double loopOne = await SecondsAsync(() => LoopAsync(1));
            double loopTwo = await SecondsAsync(() => LoopAsync(2));
            if (round == 0)
                continue;
            gains.Add(one / two);
            loopGains.Add(loopOne / loopTwo);
        }

        (double gain, double loopGain) = (Median(gains), Median(loopGains));
        Console.WriteLine($"SynthData gains {gain:0.00}, a loop that shares nothing {loopGain:0.00}: {gain / loopGain:0.00} (aim 0.90)");
    }

    private static async Task WriteAsync(GenerationPlan plan, int threads)
    {
        using var sink = new CountingStream();
        await Shapes.WriteAsync(plan, "csv", sink, threads);
    }

    private static async Task LoopAsync(int threads)
    {
        int next = -1;
        long[] sums = await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
        {
            long sum = 0;
            for (int chunk = Interlocked.Increment(ref next); chunk < LoopChunks; chunk = Interlocked.Increment(ref next))
                sum += Chunk(chunk);
            return sum;
        })));
        GC.KeepAlive(sums);
    }

    private static long Chunk(int chunk)
    {
        Span<byte> digits = stackalloc byte[32];
        long sum = 0;
        for (long number = 0; number < LoopNumbers; number++)
        {
            ((number + chunk) * 0x1E3779B97F4A7C15).TryFormat(digits, out int written, default, CultureInfo.InvariantCulture);
            foreach (byte digit in digits[..written])
                sum = (sum * 31) + digit;
        }

        return sum;
    }

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        long start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
