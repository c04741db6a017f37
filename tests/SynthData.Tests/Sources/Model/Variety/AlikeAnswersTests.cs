using SynthData.Planning;
using SynthData.Schema;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model.Variety;

/// <summary>Answers that are too much alike: asked again where the column wants it, counted always.</summary>
public class AlikeAnswersTests
{
    private static readonly PromptColumn Apart = Shop.Blurb with { Similarity = 0.6m };

    [Fact]
    public async Task A_text_too_much_like_an_earlier_rows_is_asked_again_with_that_told()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => new Fault.Writes((slot, _) => (slot.Id, request.Number) switch
        {
            (9, 1) => "\"A tyre that never once lets you down\"",
            (3, 1) => "\"A tyre that never lets you down!\"",
            _ => $"\"{slot.Id * 7919 % 1009:000} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)slot.Id]))}\"",
        }));

        Run run = await bench.RunAsync(Shop.Products(Apart), 16);

        Assert.Equal(1, run.RejectedBy("SD4206", "blurb"));
        Assert.Equal("A tyre that never lets you down!", run.Answers[3].Cells[0]);
        AskedSlot again = Assert.Single(bench.Server.Requests[1].Slots);
        Assert.Equal(9, again.Id);
        Assert.Contains("more than 60 % in common", again.Line, StringComparison.Ordinal);
        Assert.Contains("no two rows more than 60 % alike", bench.Server.Requests[0].System, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task The_lowest_row_keeps_its_text_whatever_comes_first(int concurrency)
    {
        await using EngineBench bench = await EngineBench.StartAsync(
            request => request.Slots[0].Line.Contains("wrong", StringComparison.Ordinal) ? null : new Fault.Writes((slot, _) => $"\"{(slot.Id % 2 == 0 ? "The Same" : "the same.")}\""),
            async (request, stop) => await Task.Delay(request.Slots[0].Id == 0 ? 30 : 0, stop));

        Run run = await bench.RunAsync(Shop.Products(Apart with { Similarity = null, IsUnique = true }), 64, bench.Options(concurrency: concurrency));

        Assert.Equal("The Same", run.Answers[0].Cells[0]);
        Assert.Equal(63, run.RejectedBy("SD4204", "blurb"));
        Assert.Equal(64, Shop.Texts(run.Answers).Distinct().Count());
    }

    [Fact]
    public async Task Duplicates_are_counted_where_nobody_asked_for_none()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Writes((slot, _) => (slot.Id % 4) switch
        {
            0 => $"\"Nothing like it: {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)slot.Id]))}\"",
            1 => "\"A tyre that never lets you down.\"",
            2 => "\"a tyre that never lets YOU down\"",
            _ => "\"A tyre that never lets you down so\"",
        }));

        Run run = await bench.RunAsync(Shop.Products(Shop.Blurb), 100);

        // Rows 1, 2, 5, 6 and so on are one text, rows 3, 7 and so on another that is nearly the first.
        Assert.Equal([new TextVariety("products", "blurb", 100, 49 + 24, 1)], run.Engine.Texts);
        Assert.Empty(run.Engine.Rejected);
    }

    [Fact]
    public async Task Numbers_are_unique_as_they_are()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Writes((slot, _) => (slot.Id % 2 == 0 ? slot.Id + 1 : -slot.Id).ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Run run = await bench.RunAsync(Shop.Products(Shop.Column("offset", "An offset.", ColumnType.Int64, isUnique: true)), 20);

        Assert.Empty(run.Engine.Rejected);
        Assert.Empty(run.Engine.Texts);
    }
}
