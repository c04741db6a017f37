using System.CommandLine;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>How much a run may buy of a model, and how fast it may ask.</summary>
internal sealed class LimitOptions
{
    private const string Number = "a whole number from 1";
    private const string Price = "a number from 0, such as 0.15";

    private readonly TextOption calls = new("--max-calls", "N", "Buy at most N calls; the same command goes on later");

    private readonly TextOption tokens = new("--token-budget", "N", "Buy at most N tokens, in and out together");

    private readonly TextOption cost = new("--max-cost", "X", "Spend at most X, by --price-in and --price-out");

    private readonly TextOption priceIn = new("--price-in", "X", "Price of a million tokens sent");

    private readonly TextOption priceOut = new("--price-out", "X", "Price of a million tokens received");

    private readonly TextOption requestsPerMinute = new("--requests-per-minute", "N", "Send at most N calls a minute; learnt from the server by default");

    private readonly TextOption tokensPerMinute = new("--tokens-per-minute", "N", "Send and receive about N tokens a minute at most; learnt by default");

    private readonly TextOption concurrency = new("--concurrency", "N", "Calls under way at once at most; 64 by default");

    private readonly TextOption patience = new("--patience", "T", "How long the server may answer nothing before the run ends; 15min by default");

    public IReadOnlyList<TextOption> All => [calls, tokens, cost, priceIn, priceOut, requestsPerMinute, tokensPerMinute, concurrency, patience];

    public ModelLimits Read(ParseResult parsed, DiagnosticBag bag)
    {
        var limits = new ModelLimits
        {
            MaxCalls = calls.Read(parsed, bag, Number, Positive),
            TokenBudget = tokens.Read(parsed, bag, Number, Positive),
            MaxCost = cost.Read(parsed, bag, "a number above 0, such as 2.50", ArgumentText.Factor),
            PriceIn = priceIn.Read(parsed, bag, Price, ArgumentText.Price),
            PriceOut = priceOut.Read(parsed, bag, Price, ArgumentText.Price),
            RequestsPerMinute = requestsPerMinute.Read(parsed, bag, Number, Positive),
            TokensPerMinute = tokensPerMinute.Read(parsed, bag, Number, Positive),
        };
        if (concurrency.Read(parsed, bag, "a whole number from 1 to 1000000", ArgumentText.SmallCount) is { } most)
            limits = limits with { Concurrency = most };
        if (patience.Read(parsed, bag, "a duration such as 90s, 2min or 1h", ArgumentText.Duration) is { } wait)
            limits = limits with { Patience = wait };
        foreach (TextOption price in (TextOption[])[priceIn, priceOut])
        {
            if (cost.IsGiven(parsed) && !price.IsGiven(parsed))
                bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, cost.Name, price.Name);
        }

        return limits;
    }

    private static long? Positive(string text) => ArgumentText.Count(text) is { } count and >= 1 ? count : null;
}
