using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions.Binding;
using SynthData.Expressions.Nodes;
using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>An expression whose names and types are known. Immutable and thread-safe.</summary>
internal sealed class BoundExpression
{
    private readonly Node root;
    private Scratch? spare;

    internal BoundExpression(ExpressionText source, Node root, ImmutableArray<int> slots)
    {
        this.root = root;
        Source = source;
        Slots = slots;
    }

    /// <summary>The expression as written, and where.</summary>
    public ExpressionText Source { get; }

    public string Text => Source.Text;

    public ExpressionType Type => root.Type;

    /// <summary>The slots that are read, each once, in the order of their first mention.</summary>
    public ImmutableArray<int> Slots { get; }

    /// <summary>The slot, where the expression is a name alone; else null.</summary>
    public int? SlotAlone => root is SlotNode slot ? slot.Slot : null;

    /// <summary>True when a cell may be an error.</summary>
    public bool CanFail => root.CanFail;

    /// <summary>True when no slot is read, so that every row has the same value.</summary>
    public bool IsConstant => Slots.IsEmpty;

    /// <summary>Whether a cell may be null, where only the slots named may be.</summary>
    public bool MayBeNull(Func<int, bool> slots) => root.MayBeNull(slots);

    /// <summary>Gives a cell for each row of the frame.</summary>
    /// <returns>
    /// A new column, or where the expression is a name alone the frame's own, not to be written to. Decimals are
    /// <see cref="Int128Column"/> of the type's scale, durations as <see cref="Duration.Pack"/> makes them.
    /// </returns>
    public Column Evaluate(Frame frame)
    {
        Scratch scratch = Begin(frame);
        Column result = root.Evaluate(scratch);
        End(scratch, kept: result);
        return result;
    }

    /// <summary>Writes a cell for each row in a column's type: decimals at its scale, half away from zero; what does not fit is an error cell.</summary>
    /// <param name="target">Is reset. Must have the storage of <paramref name="type"/>.</param>
    /// <param name="type">One that <see cref="CanBecome(ColumnType)"/> accepts.</param>
    public void EvaluateInto(Frame frame, Column target, ColumnType type)
    {
        Scratch scratch = Begin(frame);
        target.Reset(frame.Count);
        Receiver.Receive(root.Evaluate(scratch), root.Type, target, type);
        End(scratch, kept: null);
    }

    /// <summary>Says of each row whether the condition holds. The type must be bool or null.</summary>
    /// <param name="truths">As long as the frame has rows, or longer.</param>
    public void Test(Frame frame, Span<Truth> truths)
    {
        Scratch scratch = Begin(frame);
        Column result = root.Evaluate(scratch);
        for (int row = 0; row < frame.Count; row++)
        {
            truths[row] = result.States[row] switch
            {
                CellState.Null => Truth.Unknown,
                CellState.Error => Truth.Error,
                _ => ((Int64Column)result)[row] != 0 ? Truth.True : Truth.False,
            };
        }

        End(scratch, kept: null);
    }

    /// <summary>Whether <see cref="EvaluateInto"/> can write a column type.</summary>
    public bool CanBecome(ColumnType type) => Receiver.CanReceive(root.Type, type);

    /// <summary>As <see cref="CanBecome(ColumnType)"/>, with a diagnostic where it is false.</summary>
    public bool CanBecome(ColumnType type, DiagnosticBag bag)
    {
        if (CanBecome(type))
            return true;
        string fitting = root.Type.Column?.ToString() ?? "date";
        bag.Add(ExpressionDiagnostics.CannotBecome, Source.Position, Text, root.Type, type, fitting);
        return false;
    }

    /// <summary>Whether the expression is true, false or null, with a diagnostic where it is not.</summary>
    public bool IsCondition(DiagnosticBag bag)
    {
        if (root.Type.Kind is TypeKind.Bool or TypeKind.Null)
            return true;
        bag.Add(ExpressionDiagnostics.NotACondition, Source.Position, Text, root.Type);
        return false;
    }

    /// <summary>Finds out why a row's cell is an error: SD4100 to SD4105 at the place of the part that failed.</summary>
    /// <param name="row">Within the frame, from 0.</param>
    /// <returns>Null when the cell is none.</returns>
    public Diagnostic? Explain(Frame frame, int row)
    {
        Scratch scratch = Begin(frame);
        (DiagnosticDescriptor Fault, Node Node)? found = FaultFinder.Find(root, root, scratch, row);
        End(scratch, kept: null);
        return found is { } fault ? Describe(fault.Fault, fault.Node, frame.Rows[row]) : null;
    }

    /// <summary>As <see cref="Explain(Frame, int)"/>, also for a value that a column type does not take.</summary>
    public Diagnostic? Explain(Frame frame, int row, ColumnType type) =>
        Explain(frame, row) ?? (ReceivedState(frame, row, type) == CellState.Error
            ? Describe(type.Kind == ColumnKind.Json ? EvaluationDiagnostics.BadText : EvaluationDiagnostics.Overflow, root, frame.Rows[row])
            : null);

    /// <summary>Prints the expression in SQL.</summary>
    /// <param name="slotName">The SQL of a slot, such as <c>o."total"</c>.</param>
    public string ToSql(SqlDialect dialect, Func<int, string> slotName) => root.ToSql(new SqlNames(dialect, slotName));

    private Diagnostic Describe(DiagnosticDescriptor fault, Node node, long rowIndex) =>
        fault.At(Syntax.SourceMap.At(Source, node.Place.Start), Text, rowIndex, Text[node.Place.Start..node.Place.End]);

    private CellState ReceivedState(Frame frame, int row, ColumnType type)
    {
        Column received = Column.For(type);
        EvaluateInto(frame, received, type);
        return received.States[row];
    }

    // One scratch is kept for the next call; a second call at the same time makes its own.
    private Scratch Begin(Frame frame)
    {
        Scratch scratch = Interlocked.Exchange(ref spare, null) ?? new Scratch();
        scratch.Begin(frame);
        return scratch;
    }

    private void End(Scratch scratch, Column? kept)
    {
        scratch.End(kept);
        spare = scratch;
    }
}
