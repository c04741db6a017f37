namespace SynthData.Sources.Model.Sending;

/// <summary>Tokens sent and received.</summary>
internal readonly record struct TokenCount(long In, long Out)
{
    public long Total => In + Out;

    public static TokenCount operator +(TokenCount a, TokenCount b) => new(a.In + b.In, a.Out + b.Out);

    public static TokenCount operator -(TokenCount a, TokenCount b) => new(a.In - b.In, a.Out - b.Out);
}
