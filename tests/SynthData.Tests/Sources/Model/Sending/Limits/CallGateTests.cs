using Microsoft.Extensions.Time.Testing;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Tests.Sources.Model.Sending.Limits;

public class CallGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_go_through_by_wave_and_then_in_the_order_in_which_they_came()
    {
        using CallGate gate = New(new FakeTimeProvider(), most: 1);
        Lease first = await gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        Ticket early = gate.TakeTicket(2);
        Task<Lease> late = gate.EnterAsync(gate.TakeTicket(2), 10, Token);
        Task<Lease> again = gate.EnterAsync(early, 10, Token);
        Task<Lease> urgent = gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        Assert.Equal(new GateFigures(1, 3, 1, null), gate.Figures);

        first.Dispose();
        (await urgent).Dispose();
        (await again).Dispose();
        (await late).Dispose();

        Assert.Equal(0, gate.Figures.InFlight);
    }

    [Fact]
    public async Task A_leave_given_back_twice_counts_once()
    {
        using CallGate gate = New(new FakeTimeProvider(), most: 1);
        Lease lease = await gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        lease.Dispose();
        lease.Dispose();
        using Lease next = await gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        Assert.Equal(1, gate.Figures.InFlight);
    }

    [Fact]
    public async Task Who_leaves_the_queue_takes_nothing_along()
    {
        using CallGate gate = New(new FakeTimeProvider(), most: 1);
        Lease first = await gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        using var leave = new CancellationTokenSource();
        Task<Lease> gone = gate.EnterAsync(gate.TakeTicket(1), 10, leave.Token);
        Task<Lease> stays = gate.EnterAsync(gate.TakeTicket(1), 10, Token);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        first.Dispose();
        (await stays).Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(gate.TakeTicket(1), 10, leave.Token));
        Assert.Equal(new GateFigures(0, 0, 1, null), gate.Figures);
    }

    [Fact]
    public async Task A_pause_the_server_asks_for_holds_all_calls_and_then_lets_them_through()
    {
        var clock = new FakeTimeProvider();
        using CallGate gate = New(clock, most: 8);
        using (Lease lease = await gate.EnterAsync(gate.TakeTicket(1), 10, Token))
            lease.Fail(new SetBack(IsTooMany: true, IsOverload: false, IsFree: true, TimeSpan.FromSeconds(3)));
        Task<Lease> waiting = gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        Assert.Equal(TimeSpan.FromSeconds(3), gate.Figures.Pause);

        for (int second = 0; second < 2; second++)
            clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        for (int second = 0; second < 4; second++)
            clock.Advance(TimeSpan.FromSeconds(1));

        (await waiting).Dispose();
        Assert.Null(gate.Figures.Pause);
    }

    [Fact]
    public async Task What_a_server_says_beside_one_answer_paces_the_next_calls()
    {
        var clock = new FakeTimeProvider();
        using CallGate gate = New(clock, most: 8);
        using Lease lease = await gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        lease.Read(new RateLevel(60, 0, TimeSpan.FromSeconds(2)), tokens: null);

        Task<Lease> next = gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(next.IsCompleted);                  // the first of a burst
        Task<Lease> second = gate.EnterAsync(gate.TakeTicket(1), 10, Token);
        Assert.False(second.IsCompleted);
        for (int step = 0; step < 4; step++)
            clock.Advance(TimeSpan.FromSeconds(1));

        (await next).Dispose();
        (await second).Dispose();
    }

    [Fact]
    public void The_estimate_follows_what_calls_come_to()
    {
        var estimate = new MovingEstimate();
        Assert.Equal(new TokenCount(100, 300), estimate.Of(300, 10));
        estimate.Learn(300, 10, new TokenCount(75, 100));
        Assert.Equal(new TokenCount(150, 200), estimate.Of(600, 20));
        estimate.Learn(300, 10, new TokenCount(75, 200));
        Assert.Equal(new TokenCount(75, 110), estimate.Of(300, 10));
        estimate.Learn(300, 10, new TokenCount(0, 0));         // a server that counts nothing teaches nothing
        Assert.Equal(new TokenCount(75, 110), estimate.Of(300, 10));
    }

    [Fact]
    public void Patience_is_of_failures_in_a_row()
    {
        var clock = new FakeTimeProvider();
        var patience = new Patience(clock);
        Assert.Equal(TimeSpan.Zero, patience.Fail());
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TimeSpan.FromMinutes(4), patience.Fail());
        patience.Reply();
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TimeSpan.Zero, patience.Fail());
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 0, 8)]
    [InlineData(3, 1, 4)]
    [InlineData(10, 0, 60)]
    [InlineData(100_000, 0.5, 45)]
    public void Pauses_double_up_to_a_longest_and_are_shortened_by_chance(int retry, double chance, double seconds) =>
        Assert.Equal(seconds, BackOff.After(retry, new TransportOptions { Chance = () => chance }).TotalSeconds);

    private static CallGate New(TimeProvider clock, int most) => new(clock, new Throttle(new ConcurrencyLimit(most), new RateLimits(null, null)));
}
