using System.Diagnostics;

namespace SynthData.Benchmarks;

/// <summary>One way to make a file, timed whole.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Rows">How many rows one run writes.</param>
/// <param name="WriteAsync">Writes them.</param>
internal sealed record Candidate(string Name, int Rows, Func<Stream, Task> WriteAsync)
{
    private readonly List<double> rowsPerSecond = [];
    private readonly List<double> allocatedPerRow = [];

    public long Bytes { get; private set; }

    /// <summary>Rows a second, the median of the rounds.</summary>
    public double Speed => Median(rowsPerSecond);

    /// <summary>Managed bytes allocated a row, the median of the rounds.</summary>
    public double Allocated => Median(allocatedPerRow);

    public async Task RunAsync(bool isWarmUp)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var sink = new CountingStream();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await WriteAsync(sink);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (isWarmUp)
            return;
        Bytes = sink.Length;
        rowsPerSecond.Add(Rows / seconds);
        allocatedPerRow.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Rows);
    }

    private static double Median(List<double> values) => values.Order().ElementAtOrDefault(values.Count / 2);
}
