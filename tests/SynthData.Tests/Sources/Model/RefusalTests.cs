using SynthData.Diagnostics;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model;

/// <summary>A refusal gets one ask in other words and is after that an answer like any other.</summary>
public class RefusalTests
{
    private const string OtherWords = "describe nobody";

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refused_row_is_asked_once_in_other_words_and_then_as_any_wrong_one(Fault refusal)
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => refusal);

        GenerationException failure = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(Shop.Products(), 8));

        Assert.Equal("SD6008", failure.Diagnostic.Code);
        Assert.Equal([false, true, false, false], bench.Server.Requests.Select(IsInOtherWords));
    }

    public static TheoryData<Fault> Refusals => [new Fault.Refuses("No."), new Fault.Says("I'm sorry, but I can't help with that.")];

    [Fact]
    public async Task Only_refused_rows_are_asked_in_other_words()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request switch
        {
            { Number: > 2 } => null,
            { Slots: [{ Id: 0 }, ..] } => new Fault.Refuses("No."),
            _ => new Fault.Missing(2),
        });

        await bench.RunAsync(Shop.Products(), 16, bench.Options(rowsPerCall: 8));

        ILookup<bool, RecordedRequest> again = bench.Server.Requests.Skip(2).ToLookup(IsInOtherWords);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], Assert.Single(again[true]).Slots.Select(slot => slot.Id));
        Assert.Equal([14, 15], Assert.Single(again[false]).Slots.Select(slot => slot.Id));
    }

    [Fact]
    public async Task A_second_refusal_costs_an_ask_and_no_more()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Refuses("No."), new Fault.Cells("title", "null"), new Fault.Refuses("No."));

        Run run = await bench.RunAsync(Shop.Products(), 2);

        Assert.Equal([false, true, false, false], bench.Server.Requests.Select(IsInOtherWords));
        Assert.Equal((4, 2), (run.RejectedBy("SD6014", "row"), run.RejectedBy("SD4205", "title")));
    }

    private static bool IsInOtherWords(RecordedRequest request) => request.User.Contains(OtherWords, StringComparison.Ordinal);
}
