using System.Text.RegularExpressions;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Packages;

/// <summary>The program compiled ahead of time does what the one on the runtime does, to the byte.</summary>
/// <remarks>It takes minutes to build, so that <c>.ci/run</c> builds it and says where it lies: <c>SYNTHDATA_NATIVE</c>.</remarks>
public partial class NativeProgramTests
{
    private static readonly string[] Commands =
    [
        "--version",
        "types",
        "types finance.iban --json",
        "explain SD8109",
        "validate schemas/bike-shop.yaml",
        "plan schemas/bike-shop.yaml --scale 10",
        "plan schemas/support-tickets.yaml --text row --model openai/gpt-5-mini --json",
        "preview schemas/hr.yaml -n 5",
        "generate schemas/bike-shop.yaml -o out/csv",
        "generate schemas/bike-shop.yaml -o out/csv",
        "generate schemas/bank.yaml --format parquet -o out/parquet",
        "generate schemas/hr.yaml --format jsonl --compression zstd -o out/jsonl --json",
        "generate schemas/support-tickets.yaml -o out/knowledge",
        "generate schemas/sensors.yaml --shard 1/2 -o out/parts",
        "generate schemas/sensors.yaml --shard 2/2 -o out/parts",
        "merge out/parts",
        "generate schemas/marketplace.yaml -o sqlite:out/market.db --create",
        "validate schemas/bike-shop.yaml out/csv",
        "validate schemas/bank.yaml out/parquet --json",
        "validate schemas/hr.yaml out/jsonl",
        "validate schemas/bike-shop.yaml out/csv --sql duckdb",
        "compare out/csv out/csv --schema schemas/bike-shop.yaml",
        "generate schemas/bike-shop.yaml --rows customers=x",
        "generate --help",
        "init -o own.yaml",
    ];

    private static string? Native => Environment.GetEnvironmentVariable("SYNTHDATA_NATIVE");

    [Fact]
    public async Task Every_command_prints_and_writes_what_the_program_on_the_runtime_does()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Native), "SYNTHDATA_NATIVE names no program that was compiled ahead of time (build/publish native).");
        using TemporaryFolder ahead = new();
        using TemporaryFolder runtime = new();
        CopySchemas(ahead);
        CopySchemas(runtime);

        foreach (string command in Commands)
        {
            string[] words = command.Split(' ');
            DotnetRun native = await DotnetRun.OfProgramAsync(Native!, ahead.Path, new Dictionary<string, string>(), words);
            using ChildProgram program = ChildProgram.Start(runtime.Path, words);
            CommandLine usual = await program.EndAsync();
            Assert.True(usual.ExitCode == native.ExitCode, $"{command} ended with {native.ExitCode} and not {usual.ExitCode}:\n{native.Output}");
            Assert.Equal(Untimed(usual.Output + usual.Error), Untimed(native.Output));
        }

        string[] made = [.. Files(runtime)];
        Assert.Equal(made, Files(ahead));
        Assert.All(made.Where(file => !file.EndsWith(".db", StringComparison.Ordinal)), file => Assert.Equal(File.ReadAllBytes(runtime.At(file)), File.ReadAllBytes(ahead.At(file))));
    }

    private static IEnumerable<string> Files(TemporaryFolder folder) =>
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file)).Order(StringComparer.Ordinal);

    // How long it took is the one thing that differs from run to run.
    private static string Untimed(string printed) => Elapsed().Replace(printed, "");

    [GeneratedRegex("""in [0-9.]+ s\b|"seconds": [0-9.e-]+""")]
    private static partial Regex Elapsed();

    private static void CopySchemas(TemporaryFolder folder)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("schemas")))
            folder.Write($"schemas/{Path.GetFileName(file)}", File.ReadAllText(file));
    }
}
