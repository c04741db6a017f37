using System.Text;
using SynthData.Diagnostics;
using SynthData.Tests.Language;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Planning;

public class RefusedPlanTests
{
    public static TheoryData<string> Names() => [.. RefusedPlans.All.Select(refused => refused.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_told_by_its_code_at_its_place_and_nothing_else_is(string name)
    {
        (_, string code, string schema, GenerationRequest request) = RefusedPlans.All.Single(refused => refused.Name == name);

        IReadOnlyList<Diagnostic> told = Made.Told(schema, request);

        Assert.Equal($"{code} {Made.PlaceOf(schema)}", string.Join("; ", told.Select(one => $"{one.Code} {Made.Place(one)}").Distinct()));
    }

    [Fact]
    public void What_is_printed_says_what_where_and_what_to_do()
    {
        var printed = new StringBuilder();
        foreach ((string name, _, string schema, GenerationRequest request) in RefusedPlans.All)
        {
            printed.Append("# ").Append(name).Append('\n');
            foreach (Diagnostic told in Made.Told(schema, request))
                printed.Append(told with { Position = told.Position is { } position ? position with { File = "shop.yaml" } : null }).Append('\n');
            printed.Append('\n');
        }

        Snapshot.Match(printed.ToString(), "RefusedPlans");
    }

    [Fact]
    public void Every_descriptor_of_the_family_is_triggered_here() =>
        Assert.Equal(
            DiagnosticIndex.All.Select(descriptor => descriptor.Code).Where(IsOfTheFamily).Order(StringComparer.Ordinal),
            RefusedPlans.All.Select(refused => refused.Code).Where(IsOfTheFamily).Distinct().Order(StringComparer.Ordinal));

    private static bool IsOfTheFamily(string code) => code.StartsWith("SD20", StringComparison.Ordinal) || code is "SD2307" or "SD2308";
}
