using System.Diagnostics;
using System.Globalization;
using SynthData.Benchmarks;
using SynthData.Benchmarks.Compiled;
using SynthData.Benchmarks.Fixtures;
using SynthData.Benchmarks.Orchestrator;
using SynthData.Benchmarks.Seeding;
using SynthData.Benchmarks.StartUps;
using SynthData.Benchmarks.TwoSample;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [PeakMemory.Child, { } rows, { } format])
{
    await PeakMemory.MeasureAsync(rows, format);
    return 0;
}

if (args is [TwoCores.Child, { } count, { } times])
{
    await TwoCores.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture), int.Parse(times, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["orchestrator", .. string[] more])
{
    await OrchestratorBenchmark.RunAsync(OrchestratorOptions.Of(more), Console.Out, CancellationToken.None);
    return 0;
}

if (args is ["knowledge", .. string[] rest])
{
    await CompiledBenchmark.RunAsync(CompiledOptions.Of(rest), Console.Out, CancellationToken.None);
    return 0;
}

if (args is ["startup", .. string[] asked])
{
    await StartUpBenchmark.RunAsync(StartUpOptions.Of(asked), Console.Out);
    return 0;
}

if (args is ["twosample", .. string[] compared])
{
    await TwoSampleBenchmark.RunAsync(TwoSampleOptions.Of(compared), Console.Out, CancellationToken.None);
    return 0;
}

if (args is ["fixtures", .. string[] loaded])
{
    await FixtureBenchmark.RunAsync(BenchmarkOptions.Of(loaded).Rounds, Console.Out);
    return 0;
}

if (args is ["seeding", .. string[] seeded])
{
    await SeedingBenchmark.RunAsync(SeedingOptions.Of(seeded), Console.Out);
    return 0;
}

var options = BenchmarkOptions.Of(args);
await TwoCores.RunAsync(options);
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
    Process.GetCurrentProcess().ProcessorAffinity = 1;

Console.WriteLine();
Console.WriteLine($"One core; candidates take turns; medians of {options.Rounds} rounds after one that is not counted.");
Console.WriteLine("Time is processor time of this process. Bytes are counted and dropped; DuckDB's go to a file in memory.");
await Shapes.PeopleCsv(options.Rows).RunAsync(options);
await Shapes.PeopleParquet(options.Rows).RunAsync(options);
await Shapes.BikeShop(options.Rows / 10).RunAsync(options);
await Shapes.Sales(options.Rows / 5).RunAsync(options);
await (await KnowledgeTexts.ContestAsync(options.Rows)).RunAsync(options);
await PeakMemory.RunAsync(options);
return 0;
