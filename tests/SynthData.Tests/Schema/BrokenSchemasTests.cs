using System.Text;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Schema;

public sealed class BrokenSchemasTests : IDisposable
{
    private static readonly Dictionary<string, string> NoOverrides = [];

    private readonly string folder = Directory.CreateTempSubdirectory("synthdata-schema-").FullName;

    public static TheoryData<string> Names() => [.. Broken.All.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_told_by_its_code_first(string name)
    {
        (_, string code, string text) = Broken.All.Single(broken => broken.Name == name);

        Assert.Equal(code, Read(text)[0].Code);
    }

    [Fact]
    public void What_is_printed_says_what_where_and_what_to_do()
    {
        var printed = new StringBuilder();
        foreach ((string name, _, string text) in Broken.All)
        {
            printed.Append("# ").Append(name).Append('\n');
            foreach (Diagnostic diagnostic in Read(text))
                printed.Append(diagnostic).Append('\n');
            printed.Append('\n');
        }

        Snapshot.Match(printed.ToString(), nameof(BrokenSchemasTests));
    }

    [Fact]
    public void Every_descriptor_of_the_family_is_triggered_here()
    {
        string[] elsewhere = ["SD1001", "SD1002", "SD1003", "SD1005", "SD1023", "SD1028", "SD1060", "SD1082", "SD1083", "SD1084", "SD1085"];

        Assert.Equal(
            DiagnosticIndex.All.Select(descriptor => descriptor.Code).Where(code => code.StartsWith("SD1", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Broken.All.Select(broken => broken.Code).Concat(elsewhere).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_descriptor_says_what_to_do_and_why() =>
        Assert.All(SchemaDiagnostics.All, descriptor =>
        {
            Assert.EndsWith(".", descriptor.Fix, StringComparison.Ordinal);
            Assert.EndsWith(".", descriptor.Page, StringComparison.Ordinal);
        });

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var bag = new DiagnosticBag();

        Assert.Null(SchemaReader.ReadFile(Path.Combine(folder, "none.yaml"), NoOverrides, bag));
        Assert.Equal("SD1001", Assert.Single(bag).Code);
    }

    [Fact]
    public void A_folder_cannot_be_read()
    {
        var bag = new DiagnosticBag();

        Assert.Null(SchemaReader.ReadFile(folder, NoOverrides, bag));
        Assert.Equal("SD1002", Assert.Single(bag).Code);
    }

    [Fact]
    public void Fifty_megabytes_are_refused_without_reading_them()
    {
        string path = Path.Combine(folder, "large.yaml");
        using (FileStream stream = File.Create(path))
            stream.SetLength(50L << 20);
        var bag = new DiagnosticBag();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(SchemaReader.ReadFile(path, NoOverrides, bag));

        Assert.Equal("SD1003", Assert.Single(bag).Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    [Fact]
    public void Another_encoding_is_told_with_its_place()
    {
        string path = Path.Combine(folder, "latin.yaml");
        File.WriteAllBytes(path, [.. "synthdata: 1\nname: caf"u8, 0xE9, .. "\n"u8]);
        var bag = new DiagnosticBag();

        Assert.Null(SchemaReader.ReadFile(path, NoOverrides, bag));

        Diagnostic diagnostic = Assert.Single(bag);
        Assert.Equal("SD1005", diagnostic.Code);
        Assert.Equal(new SourcePosition(path, 2, 10), diagnostic.Position);
    }

    [Fact]
    public void A_bomb_is_defused_at_its_first_anchor()
    {
        string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 20).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i - 1)}", 9))}]\n"));

        Assert.Equal("SD1009", Assert.Single(Read(bomb)).Code);
    }

    [Fact]
    public void Only_the_first_errors_of_very_many_are_told()
    {
        IReadOnlyList<Diagnostic> found = Read(string.Concat(Enumerable.Range(0, 30_000).Select(i => $"key{i}: 1\n")));

        Assert.Equal(501, found.Count);
        Assert.Contains(found, diagnostic => diagnostic.Code == "SD1023");
    }

    [Fact]
    public void A_set_that_names_no_param_is_told_with_the_nearest()
    {
        var bag = new DiagnosticBag();
        string text = Broken.Column("{ constant: x }") + "params: { day: 2025-01-01 }\n";

        SchemaReader.ReadText(text, bag, overrides: new Dictionary<string, string> { ["dya"] = "2025-02-01" });

        Diagnostic diagnostic = Assert.Single(bag);
        Assert.Equal("SD1028", diagnostic.Code);
        Assert.Contains("Did you mean 'day'?", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_file()
    {
        IReadOnlyList<Diagnostic> found = Read(
            "synthdata: 1\nname: Shop\nlocal: nl-NL\ntables:\n  items:\n    rows: -1\n    columns:\n      a: { type: money, range: [1, 2] }\n      b: { constant: x, expr: 1 }\n");

        Assert.Equal(["SD1019", "SD1015", "SD1024", "SD1004", "SD1030"], found.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_broken_column_keeps_its_name_for_further_checks()
    {
        var bag = new DiagnosticBag();

        DatasetSchema? schema = SchemaReader.ReadText(Broken.Columns("a: { constant: x, expr: 1 }", "b: { constant: y }"), bag);

        Assert.True(bag.HasErrors);
        Assert.Equal([true, false], schema!.Tables[0].Columns.Select(column => column.IsIncomplete));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IReadOnlyList<Diagnostic> Read(string text)
    {
        var bag = new DiagnosticBag();
        SchemaReader.ReadText(text, bag);
        return bag.InFileOrder();
    }
}
