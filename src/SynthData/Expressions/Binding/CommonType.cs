using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Binding;

/// <summary>The type that all of several operands become.</summary>
internal static class CommonType
{
    public static ExpressionType? Of(IEnumerable<Node> nodes)
    {
        ExpressionType? common = ExpressionType.Null;
        foreach (Node node in nodes)
        {
            if (common is not { } type)
                return null;
            common = ExpressionType.Common(type, node.Type);
        }

        return common;
    }

    public static string Names(IEnumerable<Node> nodes) => string.Join(", ", nodes.Select(node => node.Type.ToString()));
}
