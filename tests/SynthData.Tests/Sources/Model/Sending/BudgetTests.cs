using SynthData.Diagnostics;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Sending.Spending;

namespace SynthData.Tests.Sources.Model.Sending;

public class BudgetTests
{
    private static readonly TokenCount Hundred = new(60, 40);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_let_through_until_as_many_are_bought_as_it_allows()
    {
        var budget = new Budget(new BudgetLimits { Calls = 2 });
        BudgetHold first = await budget.ReserveAsync(Hundred, Token);
        BudgetHold second = await budget.ReserveAsync(Hundred, Token);
        Task<BudgetHold> third = budget.ReserveAsync(Hundred, Token);

        first.Buy(Hundred);
        Assert.False(third.IsCompleted);        // the second is still under way, and may come to nothing
        second.Buy(Hundred);

        BudgetSpentException end = await Assert.ThrowsAsync<BudgetSpentException>(() => third);
        Assert.Equal("2 calls is spent", end.Shortage);
        Assert.Equal("2 calls, 120 tokens in, 80 out", end.Spent);
        await Assert.ThrowsAsync<BudgetSpentException>(() => budget.ReserveAsync(default, Token));
    }

    [Fact]
    public async Task What_a_call_did_not_come_to_is_there_for_the_next()
    {
        var budget = new Budget(new BudgetLimits { Calls = 1 });
        BudgetHold first = await budget.ReserveAsync(Hundred, Token);
        Task<BudgetHold> second = budget.ReserveAsync(Hundred, Token);

        first.Dispose();        // refused: nothing was bought

        (await second).Buy(Hundred);
        Assert.Equal(new Spent(1, Hundred, 0), budget.Spent);
    }

    [Fact]
    public async Task Tokens_are_held_at_their_estimate_and_settled_by_what_they_came_to()
    {
        var budget = new Budget(new BudgetLimits { Tokens = 250 });
        BudgetHold first = await budget.ReserveAsync(Hundred, Token);
        BudgetHold second = await budget.ReserveAsync(Hundred, Token);
        Task<BudgetHold> third = budget.ReserveAsync(Hundred, Token);
        Assert.False(third.IsCompleted);

        first.Buy(new TokenCount(30, 20));

        (await third).Buy(Hundred);
        second.Buy(Hundred);
        BudgetSpentException end = await Assert.ThrowsAsync<BudgetSpentException>(() => budget.ReserveAsync(Hundred, Token));
        Assert.Equal("250 tokens has no room for the next call, of about 100", end.Shortage);
        Assert.Equal(250, budget.Spent.Tokens.Total);
    }

    [Fact]
    public async Task Money_counts_tokens_by_their_prices()
    {
        var budget = new Budget(new BudgetLimits { Cost = 1, PriceIn = 2_000, PriceOut = 10_000 });     // 0.52 a call

        (await budget.ReserveAsync(Hundred, Token)).Buy(Hundred);

        BudgetSpentException end = await Assert.ThrowsAsync<BudgetSpentException>(() => budget.ReserveAsync(Hundred, Token));
        Assert.Equal("1 in money has no room for the next call, of about 0.52", end.Shortage);
        Assert.Equal("1 call, 60 tokens in, 40 out, 0.52 in money", end.Spent);
        Assert.Equal(0.52m, budget.Cost);
    }

    [Fact]
    public async Task A_lost_call_counts_as_bought_and_sending_it_again_takes_another()
    {
        var budget = new Budget(new BudgetLimits { Calls = 2 });
        BudgetHold hold = await budget.ReserveAsync(Hundred, Token);

        hold.Lose();
        await hold.RenewAsync(Token);
        hold.Lose();

        BudgetSpentException end = await Assert.ThrowsAsync<BudgetSpentException>(() => hold.RenewAsync(Token));
        Assert.Equal("2 calls, 120 tokens in, 80 out, 2 of the calls without an answer and counted at their estimate", end.Spent);
    }

    [Fact]
    public async Task Who_leaves_the_queue_does_not_stand_in_the_way()
    {
        var budget = new Budget(new BudgetLimits { Tokens = 100 });
        BudgetHold first = await budget.ReserveAsync(new TokenCount(50, 0), Token);
        using var leave = new CancellationTokenSource();
        Task<BudgetHold> large = budget.ReserveAsync(Hundred, leave.Token);
        Task<BudgetHold> small = budget.ReserveAsync(new TokenCount(50, 0), Token);
        Assert.False(small.IsCompleted);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        (await small).Dispose();
        first.Dispose();
        Assert.Equal(default, budget.Spent);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(5, 64)]
    public async Task A_run_buys_as_many_calls_as_it_may_and_the_next_goes_on(int most, int concurrency)
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptEngineOptions options = bench.Options(concurrency: concurrency);
        SendingOptions sending = options.Sending with { Budget = new BudgetLimits { Calls = most } };

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(
            () => bench.RunAsync(Shop.Products(), 160, options with { Sending = sending }));

        Assert.Equal("SD4211", exception.Diagnostic.Code);
        Assert.Equal(most, bench.Server.Calls);
        Assert.Contains($"Answered are {16 * most} of 200 rows of table 'products'", exception.Message, StringComparison.Ordinal);

        Run rest = await bench.RunAsync(Shop.Products(), 160, options);
        Assert.Equal(9, bench.Server.Calls);        // nothing twice
        Assert.Equal(9 - most, rest.Engine.Sending.Calls);
        Assert.Equal(9, rest.Engine.Totals.Calls);
    }

    [Fact]
    public async Task Calls_the_server_refused_are_not_bought_and_lost_ones_are()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Status(429), new Fault.Status(500), new Fault.Reset());
        PromptEngineOptions options = bench.Options();

        Run run = await bench.RunAsync(Shop.Products(), 4, options with { Sending = options.Sending with { Budget = new BudgetLimits { Calls = 2 } } });

        Assert.Equal(4, bench.Server.Calls);
        Assert.Equal((2, 1, 1), (run.Engine.Sending.Calls, run.Engine.Sending.Lost, run.Engine.Sending.PutOff));
    }
}
