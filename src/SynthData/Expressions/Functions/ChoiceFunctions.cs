using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Binding;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>Functions that pick one of their arguments.</summary>
internal static class ChoiceFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("coalesce", "The first argument that is not null.", "coalesce(null, 3, 4)", "3",
            [new Overload("coalesce(a, b, …)", [ParameterKind.Any], call => OfCommonType(call, (type, nodes) => new CoalesceNode(type, nodes))) { IsOpen = true }]),
        new("nullif", "Null if both are equal, else the first.", "coalesce(nullif(7, 7), 0)", "0",
            [new Overload("nullif(a, b)", [ParameterKind.Any, ParameterKind.Any], NullIf)]),
        new("greatest", "The greatest argument that is not null.", "greatest(3, null, 4.5)", "4.5",
            [new Overload("greatest(a, b, …)", [ParameterKind.Any], call => Extreme(call, isGreatest: true)) { IsOpen = true }]),
        new("least", "The least argument that is not null.", "least(date '2024-05-01', date '2024-04-30')", "2024-04-30",
            [new Overload("least(a, b, …)", [ParameterKind.Any], call => Extreme(call, isGreatest: false)) { IsOpen = true }]),
    ];

    private static Node? Extreme(Call call, bool isGreatest) => OfCommonType(call, (type, nodes) =>
    {
        if (type.Kind is not (TypeKind.Bool or TypeKind.Uuid) && !type.IsDuration)
            return new ExtremeNode(type, isGreatest, nodes);
        call.Bag.Add(ExpressionDiagnostics.WrongArguments, call.Position, call.Function.Name, type, call.Function.Signatures);
        return null;
    });

    private static Node? OfCommonType(Call call, Func<ExpressionType, ImmutableArray<Node>, Node?> make)
    {
        ExpressionType? common = CommonType.Of(call.Arguments);
        if (common is { } type)
            return make(type, [.. call.Arguments.Select(argument => Conversion.Implicit(argument, type))]);
        call.Bag.Add(ExpressionDiagnostics.NoCommonType, call.Position, call.Function.Name, CommonType.Names(call.Arguments));
        return null;
    }

    private static CaseNode? NullIf(Call call)
    {
        Node first = new SharedNode(call[0]);
        if (Comparison.Make("=", first, call[1]) is { } equal)
        {
            bool isOneType = call[1].Type == first.Type || call[1].Type.Kind == TypeKind.Null;
            return new CaseNode(
                first.Type,
                [equal, new NullNode(first.Type), first],
                isOneType ? names => $"NULLIF({call[0].ToSql(names)}, {call[1].ToSql(names)})" : null);
        }

        call.Bag.Add(ExpressionDiagnostics.WrongArguments, call.Position, call.Function.Name, CommonType.Names(call.Arguments), call.Function.Signatures);
        return null;
    }
}
