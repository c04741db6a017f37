namespace SynthData.Benchmarks;

/// <summary>One way to make a file, timed whole.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Rows">How many rows one run writes.</param>
/// <param name="WriteAsync">Writes them to a stream; a candidate that can only write files gives back how many bytes they had.</param>
internal sealed record Candidate(string Name, long Rows, Func<Stream, Task<long>> WriteAsync)
{
    private readonly List<double> rowsPerSecond = [];
    private readonly List<double> allocatedPerRow = [];

    public Candidate(string name, long rows, Func<Stream, Task> writeAsync)
        : this(name, rows, async stream =>
        {
            await writeAsync(stream);
            return stream.Length;
        })
    {
    }

    public long Bytes { get; private set; }

    /// <summary>Rows a second of processor time, the median of the rounds; 0 when it did not run.</summary>
    public double Speed => Median(rowsPerSecond);

    /// <summary>Managed bytes allocated a row, the median of the rounds.</summary>
    public double Allocated => Median(allocatedPerRow);

    /// <remarks>Time is the process's own on its one processor, so that a busy machine does not count.</remarks>
    public async Task RunAsync(bool isWarmUp)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var sink = new CountingStream();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        Bytes = await WriteAsync(sink);
        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        if (isWarmUp)
            return;
        rowsPerSecond.Add(Rows / seconds);
        allocatedPerRow.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Rows);
    }

    private static double Median(List<double> values) => values.Order().ElementAtOrDefault(values.Count / 2);
}
