namespace SynthData.Sources.Model.Sending;

/// <summary>What a call of one table will come to in tokens, told from what earlier ones came to. Thread-safe.</summary>
/// <remarks>Calls differ in size, so it is kept by character sent and by cell asked for. Recent calls weigh most.</remarks>
internal sealed class MovingEstimate
{
    private const double Weight = 0.1;
    private const double InByCharacter = 1 / 3.0;
    private readonly Lock gate = new();
    private double inByCharacter = InByCharacter;
    private double outByCell = 30;
    private bool isLearnt;

    /// <summary>What a text comes to where nobody counts.</summary>
    public static long TokensOf(string text) => (long)Math.Ceiling(text.Length * InByCharacter);

    /// <param name="characters">UTF-16 units of the messages.</param>
    /// <param name="cells">Cells asked for.</param>
    public TokenCount Of(int characters, int cells)
    {
        lock (gate)
            return new TokenCount((long)Math.Ceiling(characters * inByCharacter), (long)Math.Ceiling(cells * outByCell));
    }

    /// <summary>Learns from a call that came home.</summary>
    public void Learn(int characters, int cells, TokenCount tokens)
    {
        if (characters <= 0 || cells <= 0 || tokens.In <= 0 || tokens.Out <= 0)
            return;
        lock (gate)
        {
            double weight = isLearnt ? Weight : 1;
            inByCharacter += weight * (((double)tokens.In / characters) - inByCharacter);
            outByCell += weight * (((double)tokens.Out / cells) - outByCell);
            isLearnt = true;
        }
    }
}
