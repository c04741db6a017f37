using System.Collections.Immutable;

namespace SynthData.Sources.Model.Prompts;

/// <summary>The cells of one slot that a call asks for.</summary>
/// <param name="Have">Texts of cells already answered, by column; the others are null.</param>
internal sealed record SlotAsk(SlotState State, ImmutableArray<int> Columns, ImmutableArray<string?> Have)
{
    public long RowIndex => State.Slot.RowIndex;

    /// <summary>Asks for everything still open.</summary>
    public static SlotAsk Of(SlotState state) => new(
        state, [.. state.OpenColumns()], [.. Enumerable.Range(0, state.Slot.IsAsked.Length).Select(column => state[column])]);
}
