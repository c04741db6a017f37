using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>An operand that is used more than once and evaluated once, such as the left side of <c>in</c>.</summary>
internal sealed class SharedNode(Node inner) : Node(inner.Type, [inner])
{
    public override bool IsWideInSql => Operands[0].IsWideInSql;

    public override Column Evaluate(Scratch scratch) => scratch.Share(this, Operands[0]);

    public override string ToSql(SqlNames names) => Operands[0].ToSql(names);
}
