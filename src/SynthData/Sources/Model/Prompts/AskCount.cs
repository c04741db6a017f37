namespace SynthData.Sources.Model.Prompts;

/// <summary>How often one cell was asked for.</summary>
/// <param name="All">Ever.</param>
/// <param name="Heard">Since the row's last draw, with an answer, right or wrong.</param>
/// <param name="Unheard">Since the row's last draw, with a reply that ended before it came to the row.</param>
internal readonly record struct AskCount(int All, int Heard, int Unheard)
{
    public bool IsSpent(int mostHeard, int mostUnheard) => Heard >= mostHeard || Unheard >= mostUnheard;

    public AskCount Next(bool isHeard) => isHeard ? new(All + 1, Heard + 1, Unheard) : new(All + 1, Heard, Unheard + 1);

    /// <summary>The same cell in another draw of its row.</summary>
    public AskCount Anew() => new(All, 0, 0);
}
