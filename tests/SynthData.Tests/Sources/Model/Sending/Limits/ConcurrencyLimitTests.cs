using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Tests.Sources.Model.Sending.Limits;

public class ConcurrencyLimitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(64, 4)]
    public void It_starts_with_four_or_the_most_it_may(int most, int start) => Assert.Equal(start, new ConcurrencyLimit(most).Limit);

    [Fact]
    public void It_doubles_in_the_time_of_a_call_up_to_its_most_while_nothing_is_wrong()
    {
        var limit = new ConcurrencyLimit(10);
        Reply(limit, 4);
        Assert.Equal(8, limit.Limit);
        Reply(limit, 8);
        Assert.Equal(10, limit.Limit);
    }

    [Fact]
    public void It_shrinks_once_for_calls_sent_before_and_then_grows_by_one_in_as_many_replies()
    {
        var limit = new ConcurrencyLimit(64);
        Reply(limit, 16);
        Assert.Equal(20, limit.Limit);

        Assert.True(limit.Overload(10 * Second, sentAt: 5 * Second));
        Assert.False(limit.Overload(11 * Second, sentAt: 6 * Second));
        Assert.Equal(14, limit.Limit);

        Reply(limit, 13);
        Assert.Equal(14, limit.Limit);
        Reply(limit, 1);
        Assert.Equal(15, limit.Limit);
        Assert.True(limit.Overload(20 * Second, sentAt: 12 * Second));
        Assert.Equal(10, limit.Limit);
    }

    [Fact]
    public void It_never_falls_below_one()
    {
        var limit = new ConcurrencyLimit(4);
        for (int time = 1; time < 20; time++)
            limit.Overload(time * Second, time * Second);
        Assert.Equal(1, limit.Limit);
    }

    [Fact]
    public void It_does_not_grow_where_calls_make_no_use_of_it()
    {
        var limit = new ConcurrencyLimit(64);
        limit.Succeed(inFlight: 1, null);
        Assert.Equal(4, limit.Limit);
    }

    [Fact]
    public void It_does_not_grow_while_calls_stand_in_a_queue_at_the_server()
    {
        var limit = new ConcurrencyLimit(64);
        for (int call = 0; call < 20; call++)
            limit.Succeed(64, Second);
        for (int call = 0; call < 20; call++)
            limit.Succeed(64, 30 * Second);
        int held = limit.Limit;
        Assert.InRange(held, 24, 27);

        for (int call = 0; call < 20; call++)
            limit.Succeed(64, 30 * Second);
        Assert.Equal(held, limit.Limit);
        for (int call = 0; call < 20; call++)
            limit.Succeed(64, Second);
        Assert.True(limit.Limit > held);
    }

    private static void Reply(ConcurrencyLimit limit, int count)
    {
        for (int reply = 0; reply < count; reply++)
            limit.Succeed(inFlight: 64, null);
    }
}
