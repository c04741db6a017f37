using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Sources.Model;

/// <summary>How a model answered the rows of one table.</summary>
/// <param name="Accepted">Rows that are right, those without a cell for the model among them.</param>
/// <param name="Answered">Rows that are done and had cells for the model.</param>
/// <param name="FirstAsk">Of those, the ones whose first answer was right.</param>
/// <param name="Asks">How often they were asked altogether.</param>
/// <param name="FellBack">Of those, the ones that hold a fallback because they stayed wrong.</param>
/// <param name="Asked">Rows sent or looked up so far; one counts each time.</param>
/// <param name="Used">The replies that served.</param>
/// <param name="Rejected">What was wrong with answers, by code and rule.</param>
internal sealed record TableFigures(
    string Table, long Accepted, long Answered, long FirstAsk, long Asks, long FellBack, long Asked, CallFigures Used, ImmutableArray<ManifestRejection> Rejected)
{
    /// <summary>The share of rows whose first answer was right.</summary>
    public double FirstAskShare => Answered == 0 ? 0 : (double)FirstAsk / Answered;

    public double AsksPerRow => Answered == 0 ? 0 : (double)Asks / Answered;

    public double CallsPerRow => Answered == 0 ? 0 : (double)Used.Calls / Answered;

    public double TokensPerRow => Answered == 0 ? 0 : (double)Used.Tokens / Answered;

    /// <summary>Adds what fell of a wave: its slots, and which of them hold fallbacks.</summary>
    public TableFigures With(IReadOnlyCollection<SlotOutcome> slots) => this with
    {
        Answered = Answered + slots.Count,
        FirstAsk = FirstAsk + slots.Count(slot => slot is { IsFirst: true, FellBack: false }),
        Asks = Asks + slots.Sum(slot => slot.Asks),
        FellBack = FellBack + slots.Count(slot => slot.FellBack),
    };
}

/// <summary>What became of a row that had cells for the model.</summary>
/// <param name="IsFirst">Whether its first answer was right.</param>
internal readonly record struct SlotOutcome(int Asks, bool IsFirst, bool FellBack);
