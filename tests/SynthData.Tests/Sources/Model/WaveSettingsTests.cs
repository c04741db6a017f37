using SynthData.Sources.Model;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model;

public class WaveSettingsTests
{
    private readonly WaveSettings settings = new(new PromptEngineOptions());

    [Fact]
    public void Clean_waves_grow_calls_up_to_the_most()
    {
        Assert.Equal([16, 16, 50, 50, 50], Asked(5, tokensPerRow: 10));
    }

    [Theory]
    [InlineData(180, new[] { 16, 16, 22, 22, 22 })]
    [InlineData(110, new[] { 16, 16, 36, 36, 36 })]
    [InlineData(500, new[] { 16, 16, 16 })]
    public void Calls_do_not_grow_beyond_an_answer_that_every_model_can_give(int tokensPerRow, int[] rows)
    {
        Assert.Equal(rows, Asked(rows.Length, tokensPerRow));
    }

    [Fact]
    public void A_cut_answer_halves_calls_once_for_the_two_waves_that_were_asked_alike()
    {
        WaveSetting first = settings.Next();
        WaveSetting second = settings.Next();
        settings.Absorb(End(first, Reply(11, "length")));
        WaveSetting third = settings.Next();
        settings.Absorb(End(second, Reply(13, "length")));
        WaveSetting fourth = settings.Next();

        Assert.Equal((8, 8), (third.RowsPerCall, fourth.RowsPerCall));
    }

    [Fact]
    public void Calls_grow_again_after_a_cut_answer_but_not_beyond_what_it_held()
    {
        WaveSetting next = settings.Next();
        settings.Absorb(End(next, Reply(11, "length")));

        Assert.Equal([8, 11, 11], Alone(3));
    }

    [Fact]
    public void An_answer_cut_sooner_than_others_went_on_halves_calls_and_sets_no_bound()
    {
        WaveSetting first = settings.Next();
        var size = new ReplySize();
        size.Add(Reply(3, "length"));
        size.Add(Reply(16, "stop") with { Number = 2 });
        settings.Absorb(new WaveEnd(first, [], size));

        Assert.Equal([8, 50, 50], Alone(3));
    }

    [Fact]
    public void A_clean_wave_that_was_asked_with_more_than_now_says_nothing()
    {
        WaveSetting first = settings.Next();
        WaveSetting second = settings.Next();
        settings.Absorb(End(first, Reply(4, "length")));
        settings.Absorb(End(second, Reply(16, "stop")));

        Assert.Equal(8, settings.Next().RowsPerCall);
    }

    // As a table is answered: two waves under way at once.
    private List<int> Asked(int waves, int tokensPerRow)
    {
        var underWay = new Queue<WaveSetting>();
        var asked = new List<int>();
        for (int wave = 0; wave < waves; wave++)
        {
            if (underWay.Count == 2)
                settings.Absorb(End(underWay.Peek(), Reply(underWay.Dequeue().RowsPerCall, "stop", tokensPerRow)));
            underWay.Enqueue(settings.Next());
            asked.Add(underWay.Last().RowsPerCall);
        }

        return asked;
    }

    private List<int> Alone(int waves)
    {
        var asked = new List<int>();
        for (int wave = 0; wave < waves; wave++)
        {
            WaveSetting next = settings.Next();
            asked.Add(next.RowsPerCall);
            settings.Absorb(End(next, Reply(next.RowsPerCall, "stop")));
        }

        return asked;
    }

    private static WaveEnd End(WaveSetting setting, Reply reply)
    {
        var size = new ReplySize();
        size.Add(reply);
        return new WaveEnd(setting, [], size);
    }

    private static Reply Reply(int rows, string finish, int tokensPerRow = 10) => new(
        "{\"rows\":[" + string.Join(',', Enumerable.Range(0, rows).Select(id => $"{{\"id\":{id}}}")) + "]}",
        finish == "length" ? ReplyEnd.Cut : ReplyEnd.Whole, finish, 100, rows * tokensPerRow)
    {
        Number = 1,
        AskedIds = [.. Enumerable.Range(0, rows).Select(id => (long)id)],
    };
}
