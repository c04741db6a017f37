namespace SynthData.Sources.Model;

/// <summary>Replies and their tokens.</summary>
/// <param name="TokensCached">Of those sent, the ones a provider read from its cache.</param>
internal readonly record struct CallFigures(long Calls, long TokensIn, long TokensOut, long TokensCached)
{
    public long Tokens => TokensIn + TokensOut;

    /// <summary>The share of tokens sent that a provider read from its cache; 0 where nothing was sent.</summary>
    public double CachedShare => TokensIn == 0 ? 0 : (double)TokensCached / TokensIn;

    public static CallFigures operator +(CallFigures a, CallFigures b) =>
        new(a.Calls + b.Calls, a.TokensIn + b.TokensIn, a.TokensOut + b.TokensOut, a.TokensCached + b.TokensCached);
}
