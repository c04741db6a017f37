using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Sources.Model.Providers;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Compile;

/// <summary>Pools that are too large for review stand beside their file as compressed text.</summary>
public class LargePoolTests
{
    [Fact]
    public async Task The_largest_pools_stand_beside_the_file_and_serve_as_any_other()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        CompileReport report = await CompileAsync(bench, 20_000);
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"), "--text", "knowledge");
        CommandLine check = await CommandLine.RunAsync("compile", bench.Schema, "--check");

        Assert.Empty(report.Findings);
        Assert.True(new FileInfo(bench.File).Length <= 20_000);
        KnowledgePool[] beside = [.. bench.Read().Columns[0].Pools.Where(pool => pool.File is not null)];
        Assert.NotEmpty(beside);
        Assert.Equal(report.Groups[0].Written, bench.Read().Columns[0].Pools.Sum(pool => pool.Entries.Length));
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public async Task Files_of_pools_that_are_gone_are_removed_and_others_stay()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await CompileAsync(bench, 2_000);
        string folder = bench.Model.At("letters.knowledge");
        string gone = bench.Model.At(bench.Read().Columns[0].Pools.Single(pool => pool.Name == "topic: praise").File!.Path);
        Assert.True(File.Exists(gone));
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        bench.Write(CompileBench.Letters.Replace(", praise: 10", "", StringComparison.Ordinal).Replace(", praise: [glad]", "", StringComparison.Ordinal));

        CommandLine pruned = await bench.CompileAsync("--prune");

        Assert.True(pruned.ExitCode == 0, pruned.Error);
        Assert.False(File.Exists(gone));
        Assert.Equal(
            bench.Read().Columns[0].Pools.Select(pool => pool.File?.Path).OfType<string>().Select(path => bench.Model.At(path)).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "*.yaml.gz").Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder, "notes.txt")));
    }

    [Fact]
    public async Task A_pool_that_is_missing_changed_or_elsewhere_is_an_error_at_its_place()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await CompileAsync(bench, 2_000);
        string file = bench.Model.At(bench.Read().Columns[0].Pools[0].File!.Path);

        AssertRefused(bench, "../outside.yaml.gz", "lies outside the folder of its knowledge file");
        File.WriteAllBytes(file, PoolFile.Pack("- other\n"u8.ToArray()));
        AssertRefused(bench, null, "is not the text that its hash says");
        File.WriteAllBytes(file, [1, 2, 3, 4]);
        AssertRefused(bench, null, "cannot be read");
        File.Delete(file);
        AssertRefused(bench, null, "cannot be read");
    }

    private static void AssertRefused(CompileBench bench, string? path, string why)
    {
        var bag = new DiagnosticBag();
        string text = path is null ? bench.Text : bench.Text.Replace(bench.Text.Split("file: \"")[1].Split('"')[0], path, StringComparison.Ordinal);
        KnowledgeReader.ReadText(text, bag, bench.File);
        Diagnostic told = Assert.Single(bag, one => one.Code == "SD7051");
        Assert.Contains(why, told.Message, StringComparison.Ordinal);
        Assert.Equal(bench.File, told.Position!.Value.File);
    }

    private static async Task<CompileReport> CompileAsync(CompileBench bench, int mostBytes)
    {
        ChatConnection connection = ChatClients.Open(ModelName.Parse("openai/test"), bench.Server.BaseUrl.ToString(), _ => null, TimeProvider.System);
        var compilation = KnowledgeCompilation.Of(Dataset.Open(bench.Schema), new GenerationRequest { Model = "openai/test" }, new CompileRequest { MostBytes = mostBytes });
        return await compilation.RunAsync(new RunOptions { Connection = connection }, TestContext.Current.CancellationToken);
    }
}
