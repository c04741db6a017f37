using SynthData.Sources.Model.Sending;

namespace SynthData.Tests.Sources.Model.Sending;

public class RunawayWatchTests
{
    private readonly RunawayWatch watch = new();

    [Theory]
    [InlineData("{\"rows\":[{\"id\":1,\"a\":\"x\"},{\"id\":1,\"a\":\"x\"},{\"id\":1,\"a\":\"x\"}")]
    [InlineData("{\"rows\":[[\"id\",\"a\"],[1,\"the same x\"],[1,\"the same x\"],[1,\"the same x\"]")]
    [InlineData("{\"id\":1,\"a\":\"x\"}\n{\"id\":1,\"a\":\"x\"}\r\n\n{\"id\":1,\"a\":\"x\"}")]
    [InlineData("I cannot say anything else.\nI cannot say anything else.\nI cannot say anything else.\n")]
    public void The_same_row_or_line_three_times_in_a_row_is_no_answer(string text)
    {
        Assert.True(SeesInPiecesOf(5, text));
    }

    [Theory]
    [InlineData("{\"rows\":[{\"id\":1,\"a\":\"x\"},{\"id\":2,\"a\":\"x\"},{\"id\":3,\"a\":\"x\"}]}")]
    [InlineData("{\"rows\":[[\"id\",\"a\"],[1,\"the same x\"],[2,\"the same x\"],[3,\"the same x\"]]}")]
    [InlineData("[[1,\"see [the very same page] a\"],[2,\"see [the very same page] a\"],[3,\"see [the very same page] a\"],[4,\"see [the very same page] a\"]]")]
    [InlineData("[[1,\"of [12, 13, 14 and 15] one\"],[2,\"of [12, 13, 14 and 15] one\"],[3,\"of [12, 13, 14 and 15] one\"],[4,\"of [12, 13, 14 and 15] one\"]]")]
    [InlineData("{\"id\":1,\"a\":\"x\"},{\"id\":1,\"a\":\"x\"},{\"id\":2,\"a\":\"x\"},{\"id\":1,\"a\":\"x\"}")]
    [InlineData("{\"id\":1,\"a\":\"[{\\\"n\\\":1234567890123},{\\\"n\\\":1234567890123},{\\\"n\\\":1234567890123},{\\\"n\\\":1234567890123}]\"}")]
    [InlineData("{\n},\n{\n},\n{\n},\n{\n},\n")]
    public void Rows_that_differ_and_what_repeats_within_a_cell_are_let_through(string text)
    {
        Assert.False(SeesInPiecesOf(7, text));
    }

    [Fact]
    public void A_row_without_an_end_is_no_answer()
    {
        Assert.True(SeesInPiecesOf(1_000, "{\"id\":1,\"a\":\"" + new string('x', 300_000)));
        Assert.False(new RunawayWatch().Sees("{\"id\":1,\"a\":\"" + new string('x', 100_000)));
    }

    private bool SeesInPiecesOf(int size, string text) => text.Chunk(size).Any(piece => watch.Sees(new string(piece)));
}
