using System.Globalization;
using System.Text;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules;

/// <summary>The values of some cells of a row as one text: equal keys mean equal values.</summary>
internal static class CellKey
{
    /// <summary>Gives null when one of the cells is null.</summary>
    public static string? Of(TablePlan table, Frame frame, IReadOnlyList<int> slots, int row)
    {
        if (slots.Count == 1)
            return frame[slots[0]].IsNull(row) ? null : CellText.Format(frame[slots[0]], row, table.Cells[slots[0]].Type);
        var key = new StringBuilder();
        foreach (int slot in slots)
        {
            if (frame[slot].IsNull(row))
                return null;
            string text = CellText.Format(frame[slot], row, table.Cells[slot].Type);
            key.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return key.ToString();
    }

    public static string Names(TablePlan table, IEnumerable<int> slots) => string.Join(", ", slots.Select(slot => table.Cells[slot].Name));
}
