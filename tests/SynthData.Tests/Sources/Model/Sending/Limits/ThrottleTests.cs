using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Tests.Sources.Model.Sending.Limits;

public class ThrottleTests
{
    private const double Minutes = 10;

    private static Throttle New(int most = 64, double? requests = null) => new(new ConcurrencyLimit(most), new RateLimits(requests, null));

    [Theory]
    [InlineData("bucket", 30)]
    [InlineData("bucket", 60)]
    [InlineData("bucket", 500)]
    [InlineData("window", 30)]
    [InlineData("window", 60)]
    [InlineData("window", 500)]
    [InlineData("sliding", 30)]
    [InlineData("sliding", 60)]
    [InlineData("sliding", 500)]
    public void A_limit_the_server_says_is_used_nearly_whole_and_hardly_ever_passed(string kind, double perMinute)
    {
        SimulatedMinutes run = new SimulatedMinutes(New(), SimulatedLimit.Of(kind, perMinute)).Run(Minutes);

        Assert.InRange(run.RefusedShare, 0, 0.01);
        Assert.InRange(run.AcceptedPerMinute(Minutes), 0.9 * perMinute, 1.1 * perMinute);
    }

    [Theory]
    [InlineData("bucket", 60, true)]
    [InlineData("bucket", 60, false)]
    [InlineData("bucket", 500, true)]
    [InlineData("bucket", 500, false)]
    [InlineData("window", 60, true)]
    [InlineData("window", 60, false)]
    [InlineData("window", 500, true)]
    [InlineData("window", 500, false)]
    [InlineData("sliding", 60, false)]
    [InlineData("sliding", 500, false)]
    public void A_limit_nobody_says_is_found_by_being_refused(string kind, double perMinute, bool namesPause)
    {
        var run = new SimulatedMinutes(New(), SimulatedLimit.Of(kind, perMinute)) { SaysLimits = false, Pause = namesPause ? TimeSpan.FromSeconds(2) : null };
        run.Run(Minutes);

        Assert.InRange(run.RefusedShare, 0, 0.05);
        Assert.InRange(run.AcceptedPerMinute(Minutes), 0.85 * perMinute, 1.15 * perMinute);      // a full bucket is used up as well
    }

    [Theory]
    [InlineData("bucket", 60)]
    [InlineData("window", 500)]
    [InlineData("sliding", 500)]
    public void A_limit_that_was_given_is_never_passed(string kind, double perMinute)
    {
        var run = new SimulatedMinutes(New(requests: perMinute), SimulatedLimit.Of(kind, perMinute)) { SaysLimits = false };
        run.Run(Minutes);

        Assert.Empty(run.Refused);
        Assert.InRange(run.AcceptedPerMinute(Minutes), 0.95 * perMinute, perMinute);
    }

    [Fact]
    public void A_pause_holds_every_call_until_it_is_over()
    {
        Throttle throttle = New();
        SentCall call = throttle.Send(TimeSpan.FromSeconds(1), 10);

        throttle.Fail(call, TimeSpan.FromSeconds(2), new SetBack(IsTooMany: true, IsOverload: false, IsFree: true, TimeSpan.FromSeconds(30)));

        Assert.Equal(TimeSpan.FromSeconds(20), throttle.WaitFor(TimeSpan.FromSeconds(12), 10));
        Assert.Equal(TimeSpan.FromSeconds(20), throttle.PauseAt(TimeSpan.FromSeconds(12)));
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor(TimeSpan.FromSeconds(33), 10));
        Assert.Null(throttle.PauseAt(TimeSpan.FromSeconds(33)));
    }

    [Fact]
    public void Tokens_are_reserved_before_sending_and_settled_by_what_came()
    {
        var throttle = new Throttle(new ConcurrencyLimit(64), new RateLimits(null, 60_000));     // 970 tokens a second
        SentCall first = throttle.Send(TimeSpan.Zero, 0);
        Assert.Equal(TimeSpan.Zero, throttle.WaitFor(TimeSpan.Zero, 970));
        SentCall second = throttle.Send(TimeSpan.Zero, 970);
        TimeSpan wait = throttle.WaitFor(TimeSpan.Zero, 970)!.Value;
        Assert.InRange(wait.TotalSeconds, 0.999, 1.001);

        throttle.Reply(second, 485, null);
        Assert.InRange(throttle.WaitFor(TimeSpan.Zero, 970)!.Value.TotalSeconds, 0.499, 0.501);
        throttle.Reply(first, 970, null);
        Assert.InRange(throttle.WaitFor(TimeSpan.Zero, 970)!.Value.TotalSeconds, 1.499, 1.501);
    }
}
