using System.Reflection.Metadata;
using System.Runtime.InteropServices;
using SynthData.Tests.Cli;
using SynthData.Tests.Documents;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Packages;

[Collection(typeof(SharedFeed))]
public class LibraryPackageTests(PackedFeed feed)
{
    private const string Assembly = "lib/net10.0/SynthData.dll";

    private static string Ahead => $"runtimes/{RuntimeInformation.RuntimeIdentifier}/{Assembly}";

    [Fact]
    public void Packing_warns_of_nothing() => Assert.DoesNotContain("warning", feed.Printed, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_person_who_looks_at_the_package_reads_what_it_is() =>
        PackageFile.AssertTellsWhatItIs(feed.PathOf("SynthData"), Repository.PathOf("src", "SynthData", "README.md"));

    [Fact]
    public void An_editor_finds_the_documentation() =>
        Assert.Contains("M:SynthData.Dataset.Open(", PackageFile.Text(feed.PathOf("SynthData"), "lib/net10.0/SynthData.xml"), StringComparison.Ordinal);

    [Fact]
    public void The_assembly_is_compiled_ahead_beside_the_one_for_any_system()
    {
        Assert.False(PackageFile.IsCompiledAhead(feed.PathOf("SynthData"), Assembly));
        Assert.True(PackageFile.IsCompiledAhead(feed.PathOf("SynthData"), Ahead));
    }

    [Fact]
    public void The_symbols_belong_to_both_assemblies_and_hold_the_sources_under_paths_of_no_machine()
    {
        Assert.SkipUnless(HasCommit(), "Paths are mapped from the root of a commit, and this copy of the sources has none.");
        using MemoryStream symbols = new(PackageFile.Bytes(feed.PathOf("SynthData", "snupkg"), "lib/net10.0/SynthData.pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        Guid id = new BlobContentId(reader.DebugMetadataHeader!.Id).Guid;
        Assert.Equal(id, PackageFile.SymbolsOf(feed.PathOf("SynthData"), Assembly));
        Assert.Equal(id, PackageFile.SymbolsOf(feed.PathOf("SynthData"), Ahead));

        Document dataset = reader.Documents.Select(reader.GetDocument).Single(one => reader.GetString(one.Name).EndsWith("/SynthData/Dataset.cs", StringComparison.Ordinal));
        Assert.Equal("/_/src/SynthData/Dataset.cs", reader.GetString(dataset.Name));
        Assert.All(reader.Documents, one => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(one).Name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_csharp_of_README_builds_and_runs_in_an_empty_project()
    {
        using TemporaryFolder project = new();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("schemas")))
            project.Write($"schemas/{Path.GetFileName(file)}", File.ReadAllText(file));
        CommandLine codegen = await CommandLine.RunAsync("codegen", project.At("schemas/bike-shop.yaml"), "-o", project.Path);
        Assert.True(codegen.ExitCode == 0, codegen.Error);
        string printed = await EmptyProject.RunAsync(feed, project, Assert.Single(Markdown.Blocks("README.md", "csharp")));

        await using StringWriter ours = new() { NewLine = "\n" };
        await ReadmeSample.RunAsync(Repository.PathOf("schemas", "bike-shop.yaml"), project.At("ours"), ours);
        Assert.Equal(ours.ToString(), printed);
        Assert.True(File.Exists(project.At($"built/{Ahead}")), "What is compiled ahead goes with the program.");
    }

    [Fact]
    public async Task The_csharp_of_the_package_builds_runs_and_prints_what_is_shown()
    {
        using TemporaryFolder project = new();
        project.Write("shop.yaml", Assert.Single(Markdown.Blocks("src/SynthData/README.md", "yaml")));
        string printed = await EmptyProject.RunAsync(feed, project, Assert.Single(Markdown.Blocks("src/SynthData/README.md", "csharp")));

        string readme = File.ReadAllText(Repository.PathOf("src", "SynthData", "README.md")).ReplaceLineEndings("\n");
        string shown = Assert.Single(Markdown.Blocks("src/SynthData/README.md", "text"));
        Snapshot.MatchFile(readme.Replace($"```text\n{shown}```", $"```text\n{printed}```", StringComparison.Ordinal), Repository.PathOf("src", "SynthData", "README.md"));
    }

    private static bool HasCommit()
    {
        string git = Repository.PathOf(".git");
        string heads = Path.Combine(git, "refs", "heads");
        return File.Exists(git) || File.Exists(Path.Combine(git, "packed-refs"))
            || (Directory.Exists(heads) && Directory.EnumerateFiles(heads, "*", SearchOption.AllDirectories).Any());
    }
}
