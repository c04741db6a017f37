using SynthData.Sources.Model.Sending;

namespace SynthData.Sources.Model;

/// <summary>How a table is cut into waves and calls. What is asked depends on these, so a journal is best replayed with the same.</summary>
internal sealed record PromptEngineOptions
{
    /// <summary>Slots of the first wave; see <see cref="WaveSchedule"/>.</summary>
    public int WaveSize { get; init; } = 64;

    /// <summary>The most slots of a wave.</summary>
    public int MostWaveSize { get; init; } = 512;

    /// <summary>Calls whose slots are asked again together.</summary>
    public int CallsPerLane { get; init; } = 4;

    /// <summary>Slots of a call in the first waves; fewer when an answer is cut by its token limit, more while none is.</summary>
    public int RowsPerCall { get; init; } = 16;

    /// <summary>The most slots of a call.</summary>
    public int MostRowsPerCall { get; init; } = 50;

    /// <summary>Calls do not grow beyond answers of so many tokens, which every model can give.</summary>
    public int ReplyTokens { get; init; } = 4_000;

    /// <summary>How much may be sent, how fast, and for how much.</summary>
    public SendingOptions Sending { get; init; } = new();

    /// <summary>How often one cell may be asked before its row counts as unsolvable.</summary>
    public int AsksPerSlot { get; init; } = 4;

    /// <summary>How often a reply may end before it comes to a row; more than it takes to halve the rows of a call down to one.</summary>
    public int UnheardPerSlot { get; init; } = 12;

    /// <summary>How often a row that stayed wrong gets its next draw, where its table wants that.</summary>
    public int RedrawsPerSlot { get; init; } = 3;

    /// <summary>Sent where given and accepted; else the model's own.</summary>
    public double? Temperature { get; init; }

    /// <summary>Whether the server is asked for an answer in our wire schema, until it refuses.</summary>
    public bool UsesWireSchema { get; init; } = true;

    public TransportOptions Transport { get; init; } = new();

    public ModelLog Log { get; init; } = ModelLog.None;
}
