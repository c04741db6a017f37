using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Checks that the cells of each parent's rows do not fall from one number to the next; rows may stand in any order.</summary>
/// <remarks>Keeps a number and a value for each parent; rows out of order wait until their number's turn has come.</remarks>
/// <param name="parent">The columns that hold the parent's key.</param>
/// <param name="number">The column that numbers the parent's rows.</param>
internal sealed class OrderCheck(CheckContext context, CellPlan cell, ImmutableArray<int> parent, int number) : IRowsCheck
{
    // Engines agree on doubles but for the last places.
    private const double Tolerance = 1e-12;

    private readonly Dictionary<UInt128, Reached> reached = [];
    private readonly Dictionary<UInt128, SortedDictionary<long, Waiting>> waiting = [];

    public void Check(Frame frame)
    {
        var numbers = (Int64Column)frame[number];
        for (int row = 0; row < frame.Count; row++)
        {
            if (numbers.IsNull(row) || CellHash.Of(frame, parent, row, out UInt128 hash) != CellState.Value)
                continue;
            ref Reached last = ref CollectionsMarshal.GetValueRefOrAddDefault(reached, hash, out _);
            var next = new Waiting(frame.Rows[row], frame[cell.Slot].IsNull(row) ? null : ValueOf(frame[cell.Slot], row));
            if (numbers[row] != last.Number + 1)
            {
                Wait(hash, numbers[row], next);
                continue;
            }

            Pass(ref last, numbers[row], next);
            Catch(hash, ref last);
        }
    }

    // A number that is missing is told where numbers are checked; the order of the rest can still be judged.
    public void Close(long rows)
    {
        foreach ((UInt128 hash, SortedDictionary<long, Waiting> early) in waiting)
        {
            Reached last = reached[hash];
            foreach ((long position, Waiting next) in early.Where(pair => pair.Key > last.Number))
                Pass(ref last, position, next);
        }
    }

    private void Wait(UInt128 hash, long position, Waiting next)
    {
        if (!waiting.TryGetValue(hash, out SortedDictionary<long, Waiting>? early))
            waiting[hash] = early = [];
        early.TryAdd(position, next);
    }

    private void Catch(UInt128 hash, ref Reached last)
    {
        if (waiting.Count == 0 || !waiting.TryGetValue(hash, out SortedDictionary<long, Waiting>? early))
            return;
        while (early.Remove(last.Number + 1, out Waiting next))
            Pass(ref last, last.Number + 1, next);
        if (early.Count == 0)
            waiting.Remove(hash);
    }

    private void Pass(ref Reached last, long position, Waiting next)
    {
        if (last.Value is { } before && next.Value is { } value && Falls(before, value))
            Tell(next, before);
        last = new Reached(position, next.Value ?? last.Value);
    }

    private bool Falls(Value before, Value value) => cell.Type.Kind == ColumnKind.Double
        ? value.Real < before.Real - (Tolerance * Math.Abs(before.Real))
        : value.Whole < before.Whole;

    private static Value ValueOf(Column column, int row) => column is DoubleColumn real ? new Value(0, real[row]) : new Value(((Int64Column)column)[row], 0);

    private void Tell(Waiting next, Value before) => context.Add(
        DataDiagnostics.OrderBroken, cell.Name, cell.Position, () => [context.Places.Of(next.Row), context.Name(cell.Slot), Show(next.Value!.Value), Show(before)]);

    private string Show(Value value)
    {
        Column column = Column.For(cell.Type);
        column.Reset(1);
        if (column is DoubleColumn real)
            real[0] = value.Real;
        else
            ((Int64Column)column)[0] = value.Whole;
        return context.Show(column, 0, cell.Type);
    }

    private readonly record struct Value(long Whole, double Real);

    private readonly record struct Waiting(long Row, Value? Value);

    /// <param name="Number">The last number that was passed.</param>
    /// <param name="Value">The last value that was not null.</param>
    private readonly record struct Reached(long Number, Value? Value);
}
