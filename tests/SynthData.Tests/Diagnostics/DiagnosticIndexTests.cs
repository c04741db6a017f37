using System.Reflection;
using SynthData.Diagnostics;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Diagnostics;

public class DiagnosticIndexTests
{
    private static DiagnosticDescriptor[] Declared { get; } =
    [
        .. typeof(DiagnosticDescriptor).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_descriptor_is_in_the_index_once()
    {
        Assert.Equal(Codes(Declared), Codes(DiagnosticIndex.All));
        Assert.Equal(Codes(Declared).Distinct(), Codes(Declared));
    }

    [Fact]
    public void Every_code_is_asserted_by_some_test()
    {
        string[] tests = [.. Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        Assert.All(DiagnosticIndex.All, one => Assert.True(
            tests.Any(text => text.Contains(one.Code, StringComparison.Ordinal)), $"No test names {one.Code}: {one.Format}"));
    }

    [Fact]
    public void Every_descriptor_has_a_code_of_its_form_a_fix_and_a_page() => Assert.All(DiagnosticIndex.All, one =>
    {
        Assert.Matches("^SD[1-9][0-9]{3}$", one.Code);
        Assert.NotEmpty(one.Fix);
        Assert.EndsWith(".", one.Page, StringComparison.Ordinal);
    });

    [Fact]
    public void The_page_of_all_diagnostics_is_generated() =>
        Snapshot.MatchFile(DiagnosticPage.Markdown(DiagnosticIndex.All), Repository.PathOf("DIAGNOSTICS.md"));

    private static IEnumerable<string> Codes(IEnumerable<DiagnosticDescriptor> descriptors) =>
        descriptors.Select(one => one.Code).Order(StringComparer.Ordinal);
}
