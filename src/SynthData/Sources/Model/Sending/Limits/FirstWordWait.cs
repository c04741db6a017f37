namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>How long replies take to begin, and whether that has grown as it does where calls stand in a queue at the server.</summary>
internal sealed class FirstWordWait
{
    private const double Weight = 0.2;
    private const double Longer = 4;

    /// <summary>Waits below this are no queue worth speaking of.</summary>
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(5);

    private TimeSpan? usual;
    private TimeSpan least = TimeSpan.MaxValue;

    public bool IsQueue => usual is { } now && now > Bearable && now > least * Longer;

    public void Take(TimeSpan wait)
    {
        usual = usual is { } before ? before + ((wait - before) * Weight) : wait;
        if (usual < least)
            least = usual.Value;
    }
}
