using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Expressions.Nodes;

/// <summary>A typed operation over whole columns. Immutable and thread-safe.</summary>
/// <remarks>
/// Evaluates every row, also those whose result is not used later: a cell without a value is an error cell that the
/// nodes above carry on or leave aside, so nothing is decided by the order of evaluation.
/// </remarks>
internal abstract class Node(ExpressionType type, ImmutableArray<Node> operands)
{
    public ExpressionType Type { get; } = type;

    public ImmutableArray<Node> Operands { get; } = operands;

    /// <summary>Why this node itself may have no value where its operands have one; null when it always has.</summary>
    public virtual DiagnosticDescriptor? Fault => null;

    /// <summary>True when a cell may be an error.</summary>
    public bool CanFail => Fault is not null || Operands.Any(operand => operand.CanFail);

    /// <summary>Where the node stands in the expression, for messages: offsets of its first character and behind its last.</summary>
    public (int Start, int End) Place { get; set; }

    /// <summary>True for numbers that the SQL engines hold in 64 bits, for decimals in 38 digits, so that sums are not made in fewer.</summary>
    public virtual bool IsWideInSql => Operands.Any(operand => operand.Type.Kind == Type.Kind && operand.IsWideInSql);

    /// <summary>Whether a cell may be null, where only the slots named may be: unless a node says otherwise, where an operand is.</summary>
    public virtual bool MayBeNull(Func<int, bool> slots) => Operands.Any(operand => operand.MayBeNull(slots));

    /// <summary>Gives the cells of all rows: a column of the scratch, or one of the frame, which must not be written to.</summary>
    public abstract Column Evaluate(Scratch scratch);

    public abstract string ToSql(SqlNames names);

    /// <summary>Narrows down why a cell is an error, where a node has more than one reason.</summary>
    public virtual DiagnosticDescriptor FaultAt(ReadOnlySpan<Column> operandCells, int row) => Fault ?? EvaluationDiagnostics.OutOfDomain;
}
