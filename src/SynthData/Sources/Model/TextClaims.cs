using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model;

/// <summary>Judges answers by other rows: who may have a text that no other row may have, or come near.</summary>
/// <remarks>Waves come one after the other and slots in order, so the lowest row index wins; not thread-safe.</remarks>
internal sealed class TextClaims(TableDesk table, ImmutableArray<TakenTexts?> taken)
{
    /// <summary>Whether any column's texts depend on those of other rows, so that waves have to be judged in order.</summary>
    public bool AreNeeded { get; } = table.Columns.Any(TakenTexts.AreKeptOf);

    /// <summary>Claims the texts of rows that are right by themselves; a cell that loses is opened again.</summary>
    /// <returns>The slots that lost, in order.</returns>
    public ImmutableArray<SlotState> Claim(ImmutableArray<SlotState> slots)
    {
        foreach (SlotState slot in slots)
        {
            foreach (TakenTexts? texts in taken)
                texts?.Release(slot.Slot.RowIndex);
        }

        ImmutableArray<SlotState>.Builder losers = ImmutableArray.CreateBuilder<SlotState>();
        foreach (SlotState slot in slots.Where(slot => slot.IsRight))
        {
            slot.Problems.Clear();
            for (int column = 0; column < table.Columns.Length; column++)
            {
                PromptColumn wanted = table.Columns[column];
                if (taken[column] is not { } texts || slot[column] is not { } text || texts.Claim(text, slot.Slot.RowIndex) is not { } owner)
                    continue;
                slot.Open(column);
                table.Reject(slot, owner.IsSame
                    ? SlotProblem.Of(ModelDiagnostics.NotUnique, wanted.Name, wanted.Name, CellReader.Shown(text))
                    : SlotProblem.Of(VarietyDiagnostics.TooAlike, wanted.Name, wanted.Name, CellReader.Shown(text), wanted.Similarity * 100));
            }

            if (!slot.IsRight)
                losers.Add(slot);
        }

        table.Tally.Accept(table.Table.Table, -losers.Count);

        return losers.DrainToImmutable();
    }
}
