using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>What the checks of one table share: the table, where its rows stand, and where violations are counted.</summary>
/// <param name="Ledger">Takes what is checked and what is not.</param>
/// <param name="ShowsValues">Whether messages show values; they are people's own data, and masked otherwise.</param>
internal sealed record CheckContext(TablePlan Table, Violations Found, RowPlaces Places, CheckLedger Ledger, bool ShowsValues)
{
    private const string Mask = "***";
    private const int MaxShown = 80;

    /// <summary>What is checked, such as <c>rule 'no_bulk_bikes'</c>: under this name a report tells what is found.</summary>
    public string Check { get; private init; } = "rows";

    /// <summary>The same for one thing that is checked.</summary>
    public CheckContext For(string check) => this with { Check = check };

    public string Name(int slot) => $"{Table.Name}.{Table.Cells[slot].Name}";

    public string Names(IEnumerable<int> slots) => string.Join(", ", slots.Select(slot => Table.Cells[slot].Name));

    public void Add(DiagnosticDescriptor descriptor, string subject, SourcePosition? position, Func<object?[]> arguments) =>
        Found.Add(Table.Name, descriptor, Check, subject, position, arguments);

    /// <summary>Tells that a cell of a frame is wrong; place, column and value are the first three arguments.</summary>
    public void AddCell(DiagnosticDescriptor descriptor, CellPlan cell, Frame frame, int row, Func<object?[]> more) => Add(
        descriptor, cell.Name, cell.Position, () => [Places.Of(frame.Rows[row]), Name(cell.Slot), Show(frame[cell.Slot], row, cell.Type), .. more()]);

    public string Show(Column column, int row, ColumnType type) => column.States[row] switch
    {
        CellState.Null => "null",
        CellState.Error => "no value",
        _ => Show(ShowsValues ? CellText.Format(column, row, type) : "", type),
    };

    /// <summary>Shows a text that stands in the data.</summary>
    public string Show(string text, ColumnType type)
    {
        if (!ShowsValues)
            return Mask;
        string shown = text.Length > MaxShown ? text[..MaxShown] + "…" : text;
        return type.IsText ? $"'{shown}'" : shown;
    }

    /// <summary>Shows the cells that an expression reads.</summary>
    public string ShowAll(Frame frame, IEnumerable<int> slots, int row) => string.Join(", ", slots.Select(
        slot => string.Create(CultureInfo.InvariantCulture, $"{Table.Cells[slot].Name} = {Show(frame[slot], row, Table.Cells[slot].Type)}")));

    /// <summary>Says of each row whether one of the cells read is an error: told already, and nothing that reads it can be judged.</summary>
    public static bool[] Unreadable(Frame frame, IEnumerable<int> slots)
    {
        var isUnreadable = new bool[frame.Count];
        foreach (int slot in slots)
        {
            ReadOnlySpan<CellState> states = frame[slot].States;
            for (int row = 0; row < states.Length; row++)
                isUnreadable[row] |= states[row] == CellState.Error;
        }

        return isUnreadable;
    }
}
