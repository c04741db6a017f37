using SynthData.Sources.Model.Sending.Limits;
using SynthData.Sources.Model.Sending.Spending;

namespace SynthData.Sources.Model.Sending;

/// <summary>One call on its way through its attempts. Disposed of, it gives back what it holds of the budget.</summary>
/// <param name="hold">What it holds.</param>
/// <param name="ticket">Its place in the order of calls.</param>
/// <param name="size">What it asks for.</param>
internal sealed class CallTry(BudgetHold hold, Ticket ticket, CallSize size) : IDisposable
{
    public BudgetHold Hold => hold;

    public Ticket Ticket => ticket;

    public CallSize Size => size;

    /// <summary>Failures so far that count.</summary>
    public int Failures { get; set; }

    public void Dispose() => hold.Dispose();
}

/// <summary>How much a call asks for.</summary>
/// <param name="Table">The table whose calls it resembles.</param>
/// <param name="Characters">UTF-16 units of its messages.</param>
/// <param name="Cells">Cells it asks for.</param>
internal readonly record struct CallSize(string Table, int Characters, int Cells);
