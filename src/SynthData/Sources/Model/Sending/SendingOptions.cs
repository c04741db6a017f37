using SynthData.Sources.Model.Sending.Spending;

namespace SynthData.Sources.Model.Sending;

/// <summary>How much may be sent, how fast, and for how much. What is asked does not depend on it.</summary>
internal sealed record SendingOptions
{
    /// <summary>The most calls under way at once.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Null: what the server says, else what being refused teaches.</summary>
    public long? RequestsPerMinute { get; init; }

    /// <summary>Tokens in and out together. Null: what the server says.</summary>
    public long? TokensPerMinute { get; init; }

    public BudgetLimits Budget { get; init; } = BudgetLimits.None;
}
