using System.Globalization;
using System.Text;
using SynthData.Catalogue;
using SynthData.Tests.Language;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>The page of all distributions: what the catalogue says, and where 10,000 draws of each example really lie.</summary>
internal static class DistributionPage
{
    private const int Draws = 10_000;

    public static string Path => Repository.PathOf("docs", "reference", "distributions.md");

    public static async Task<string> RenderAsync()
    {
        var page = new StringBuilder("# Distributions\n\n");
        page.Append("Generated from the catalogue; a test compares it and makes the draws. [`distribution`](sources/distribution.md) says where one is written.\n\n");
        page.Append($"The quantiles are those of {Draws:N0} draws of each example in a column of type `double`.\n");
        foreach (Distribution distribution in Distributions.All)
            await AppendAsync(page, distribution);
        return page.ToString();
    }

    private static async Task AppendAsync(StringBuilder page, Distribution distribution)
    {
        page.Append($"\n## {distribution.Name}\n\n{distribution.About}\n\n");
        page.Append($"- Draws {(distribution.TakesTimes ? "numbers, dates, times and timestamps" : "whole numbers")}.\n");
        if (distribution.IsBareInRange)
            page.Append($"- In a `range` its name alone is enough: `distribution: {distribution.Name}`.\n");
        if (distribution.Lone is { } lone)
            page.Append($"- `{lone}` may stand without its name: {Cells.Code(distribution.Example)}.\n");
        if (!distribution.Parameters.IsEmpty)
        {
            page.Append('\n').Append(Cells.Table(["parameter", "meaning", ""], distribution.Parameters.Select(one => (string[])
                [Cells.Code(one.Name), one.About, one.Alternative is { } other ? $"or `{other}`" : one.IsAnEnd ? "the range's end by default" : "required"])));
        }

        string schema = Made.Items($"x: {{ type: double, distribution: {distribution.Example} }}", Draws);
        double[] drawn = [.. (await Made.RowsAsync(schema))["x"].Select(cell => double.Parse(cell!, CultureInfo.InvariantCulture)).Order()];
        string[] quantiles = [.. new[] { 0, Draws / 10, Draws / 2, Draws * 9 / 10, Draws - 1 }.Select(index => Short(drawn[index]))];
        page.Append('\n').Append(Cells.Table([Cells.Code(distribution.Example), "least", "10 %", "50 %", "90 %", "greatest"], [["", .. quantiles]]));
    }

    private static string Short(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
