using System.Collections.Immutable;
using SynthData.Expressions.Binding;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>One way to call a function.</summary>
/// <param name="Signature">As documentation writes it, such as <c>round(decimal, places)</c>.</param>
/// <param name="Make">Makes the node of arguments already converted; null when it added a diagnostic.</param>
internal sealed record Overload(string Signature, ImmutableArray<ParameterKind> Parameters, Func<Call, Node?> Make)
{
    /// <summary>True when the last parameter may be repeated.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether arguments of these types can be passed, after conversion.</summary>
    public bool Takes(IReadOnlyList<Node> arguments)
    {
        if (IsOpen ? arguments.Count < Parameters.Length : arguments.Count != Parameters.Length)
            return false;
        for (int index = 0; index < arguments.Count; index++)
        {
            if (!Takes(ParameterAt(index), arguments[index].Type))
                return false;
        }

        return true;
    }

    public ParameterKind ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];

    /// <summary>Converts an argument to what the parameter takes.</summary>
    public static Node Convert(ParameterKind parameter, Node argument) => parameter switch
    {
        ParameterKind.Any => argument,
        ParameterKind.Decimal when argument.Type.Kind == TypeKind.Decimal => argument,
        _ => Conversion.Implicit(argument, TypeOf(parameter)),
    };

    private static bool Takes(ParameterKind parameter, ExpressionType type) => parameter switch
    {
        ParameterKind.Any => true,
        ParameterKind.Decimal => type.Kind is TypeKind.Int or TypeKind.Decimal or TypeKind.Null,
        _ => type.Becomes(TypeOf(parameter)),
    };

    private static ExpressionType TypeOf(ParameterKind parameter) => parameter switch
    {
        ParameterKind.Int or ParameterKind.IntLiteral => ExpressionType.Int,
        ParameterKind.Decimal => ExpressionType.Decimal(0),
        ParameterKind.Double => ExpressionType.Double,
        ParameterKind.Date => ExpressionType.Date,
        ParameterKind.Timestamp => ExpressionType.Timestamp,
        ParameterKind.Time => ExpressionType.Time,
        _ => ExpressionType.Text,
    };
}
