using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData;

/// <summary>How far a model is with a table, and what this run has bought of it so far.</summary>
public sealed record ModelProgress
{
    /// <summary>The model.</summary>
    public required string Name { get; init; }

    /// <summary>Rows of the table that are right; one that turns out to be like another is taken off again.</summary>
    public long Accepted { get; init; }

    /// <summary>Rows of the table sent or looked up, each as often as it was.</summary>
    public long Asked { get; init; }

    /// <summary>What was wrong with answers of the table, by code and rule.</summary>
    public ImmutableArray<ManifestRejection> Rejected { get; init; } = [];

    /// <summary>Calls under way.</summary>
    public int InFlight { get; init; }

    /// <summary>Calls that wait: for a limit, for a place, or for a pause to end.</summary>
    public int Waiting { get; init; }

    /// <summary>What is left of a pause the server asked for. <value>Null: none.</value></summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Calls bought.</summary>
    public long Calls { get; init; }

    /// <summary>Tokens sent.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens received.</summary>
    public long TokensOut { get; init; }

    /// <summary>Of the tokens sent, those the provider read from its cache.</summary>
    public long TokensCached { get; init; }

    /// <summary>What was bought, in whatever the prices are in. <value>Null: no prices.</value></summary>
    public decimal? Cost { get; init; }
}
