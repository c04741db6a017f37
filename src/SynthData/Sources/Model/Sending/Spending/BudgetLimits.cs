namespace SynthData.Sources.Model.Sending.Spending;

/// <summary>The most a run may buy. Null is no limit.</summary>
internal sealed record BudgetLimits
{
    public static BudgetLimits None { get; } = new();

    public long? Calls { get; init; }

    /// <summary>Tokens sent and received together.</summary>
    public long? Tokens { get; init; }

    /// <summary>Money, in whatever the prices are in.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The price of a million tokens sent.</summary>
    public decimal? PriceIn { get; init; }

    /// <summary>The price of a million tokens received.</summary>
    public decimal? PriceOut { get; init; }

    /// <summary>What tokens cost; null where no price is known.</summary>
    public decimal? CostOf(TokenCount tokens) =>
        PriceIn is null && PriceOut is null ? null : ((tokens.In * (PriceIn ?? 0)) + (tokens.Out * (PriceOut ?? 0))) / 1_000_000;
}
