using System.Text;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Cells of a row in words, for those who are told what is wrong with it.</summary>
internal static class RowWords
{
    /// <summary>Gives <c>name = value, …</c> for the filled slots that have a name.</summary>
    /// <param name="show">Spells a value from its text.</param>
    /// <param name="none">What is said without such a slot.</param>
    public static string Of(TablePlan table, Frame frame, int row, IEnumerable<int> slots, Func<string, string> show, string none)
    {
        var text = new StringBuilder();
        foreach (int slot in slots.Where(slot => !table.Cells[slot].IsUnnamed && frame.IsFilled(slot)))
        {
            CellPlan cell = table.Cells[slot];
            string value = frame[slot].States[row] switch
            {
                CellState.Null => "null",
                CellState.Error => "failed",
                _ => show(CellText.Format(frame[slot], row, cell.Type)),
            };
            text.Append(text.Length == 0 ? "" : ", ").Append(cell.Name).Append(" = ").Append(value);
        }

        return text.Length == 0 ? none : text.ToString();
    }
}
