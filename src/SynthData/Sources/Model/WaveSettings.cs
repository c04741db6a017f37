using SynthData.Sources.Model.Prompts;

namespace SynthData.Sources.Model;

/// <summary>Makes each wave's setting of what the waves before it, up to the last but one, came to.</summary>
/// <remarks>Waves are absorbed in their order, whatever order they end in.</remarks>
internal sealed class WaveSettings(PromptEngineOptions options)
{
    private int waves;
    private int rowsPerCall = options.RowsPerCall;
    private int mostRows = Math.Max(options.RowsPerCall, options.MostRowsPerCall);

    /// <summary>The setting of the next wave.</summary>
    public WaveSetting Next() => new(++waves, rowsPerCall);

    /// <summary>Learns from a wave that has ended.</summary>
    public void Absorb(WaveEnd end)
    {
        int asked = end.Setting.RowsPerCall;
        if (end.Size.IsCut)
        {
            mostRows = Math.Min(mostRows, Math.Max(end.Size.FewestWhole, asked / 2));
            rowsPerCall = Math.Max(1, Math.Min(rowsPerCall, asked / 2));
        }
        else if (asked == rowsPerCall)      // a wave asked with more, before one was cut, says nothing new
        {
            // At once, for it is known how long a row is, and what a call says for all its rows is a good part of what it costs.
            rowsPerCall = Math.Max(asked, Math.Min(mostRows, end.Size.RowsWithin(options.ReplyTokens)));
        }
    }
}
