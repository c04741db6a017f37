using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Functions;
using SynthData.Expressions.Nodes;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <content>In, between, case, cast and calls.</content>
internal sealed partial class TreeBinder
{
    private LogicNode? In(InSyntax membership)
    {
        Node? operand = Bind(membership.Operand);
        Node?[] items = [.. membership.Items.Select(Bind)];
        if (operand is null || Array.Exists(items, item => item is null))
            return null;

        Node shared = Shared(operand);
        Node?[] equals = [.. items.Select(item => Comparison.Make("=", shared, item!))];
        if (Array.IndexOf(equals, null) is var wrong and >= 0)
            return Refuse<LogicNode>(membership.Items[wrong], "in", $"{operand.Type} and {items[wrong]!.Type}", "values of one type");

        // The SQL engines compare with the one type that all of a list have in common; here each pair has its own.
        bool isOneType = Array.TrueForAll(items, item => item!.Type == operand.Type || item.Type.Kind == TypeKind.Null);
        return new LogicNode(
            isAnd: false,
            [.. equals!],
            isOneType ? names => $"({operand.ToSql(names)} IN ({string.Join(", ", items.Select(item => item!.ToSql(names)))}))" : null);
    }

    private LogicNode? Between(BetweenSyntax between)
    {
        Node? operand = Bind(between.Operand);
        Node? low = Bind(between.Low);
        Node? high = Bind(between.High);
        if (operand is null || low is null || high is null)
            return null;

        Node shared = Shared(operand);
        if (Comparison.Make(">=", shared, low) is { } above && Comparison.Make("<=", shared, high) is { } below)
        {
            bool isText = operand.Type.Kind == TypeKind.Text;
            bool isOneType = low.Type == operand.Type && high.Type == operand.Type && !isText;
            return new LogicNode(
                isAnd: true, [above, below], isOneType ? names => $"({operand.ToSql(names)} BETWEEN {low.ToSql(names)} AND {high.ToSql(names)})" : null);
        }

        return Refuse<LogicNode>(between, "between", CommonType.Names([operand, low, high]), "values of one type that have an order");
    }

    private CaseNode? Case(CaseSyntax choice)
    {
        bool isSound = true;
        ShareSubject(choice);
        var branches = new List<Node>();
        var results = new List<Node>();
        foreach (CaseBranch branch in choice.Branches)
        {
            Node? when = Bind(branch.When) is { } condition ? Condition(condition, branch.When, "when") : null;
            Node? then = Bind(branch.Then);
            if (when is null || then is null)
            {
                isSound = false;
                continue;
            }

            branches.Add(when);
            results.Add(then);
        }

        Node? rest = choice.Else is null ? new NullNode(ExpressionType.Null) : Bind(choice.Else);
        if (rest is null || !isSound)
            return null;
        results.Add(rest);
        if (CommonType.Of(results) is not { } type)
        {
            bag.Add(ExpressionDiagnostics.NoCommonType, At(choice), "case", CommonType.Names(results));
            return null;
        }

        ImmutableArray<Node>.Builder operands = ImmutableArray.CreateBuilder<Node>();
        for (int index = 0; index < branches.Count; index++)
            operands.AddRange(branches[index], Conversion.Implicit(results[index], type));
        operands.Add(Conversion.Implicit(rest, type));
        return new CaseNode(type, operands.ToImmutable(), SubjectSql(choice, operands.ToImmutable()));
    }

    // The subject of "case x when …" stands in the tree once for each branch, and is evaluated once.
    private void ShareSubject(CaseSyntax choice)
    {
        if (SubjectOf(choice) is { } subject && Bind(subject) is { } node)
            seen[subject] = Shared(node);
    }

    // Where all values have the subject's type, it is also printed once: in a case deep inside others this counts.
    private Func<SqlNames, string>? SubjectSql(CaseSyntax choice, ImmutableArray<Node> operands)
    {
        if (SubjectOf(choice) is not { } subject || seen[subject] is not { } node)
            return null;
        Node[] values = [.. choice.Branches.Select(branch => seen[((BinarySyntax)branch.When).Right]!)];
        if (Array.Exists(values, value => value.Type != node.Type))
            return null;
        return names =>
        {
            IEnumerable<string> whens = values.Select((value, index) => $"WHEN {value.ToSql(names)} THEN {operands[(2 * index) + 1].ToSql(names)}");
            return $"CASE {node.ToSql(names)} {string.Join(' ', whens)} ELSE {operands[^1].ToSql(names)} END";
        };
    }

    private static SyntaxNode? SubjectOf(CaseSyntax choice) =>
        choice.Branches is [{ When: BinarySyntax first }, { When: BinarySyntax second }, ..] && ReferenceEquals(first.Left, second.Left) ? first.Left : null;

    private Node? Cast(CastSyntax cast)
    {
        ColumnType? type = TypeNames.Find(cast.TypeName);
        if (type is null)
        {
            bag.Add(
                ExpressionDiagnostics.UnknownType, SourceMap.At(source, cast.TypeStart), cast.TypeName,
                Suggestion.For(cast.TypeName, ColumnType.Names), string.Join(", ", ColumnType.Names));
        }

        if (Bind(cast.Operand) is not { } operand || type is not { } known)
            return null;
        if (Conversion.Explicit(operand, known) is { } converted)
            return converted;
        bag.Add(ExpressionDiagnostics.ImpossibleCast, At(cast), operand.Type, known);
        return null;
    }

    private Node? Call(CallSyntax call)
    {
        if (RowFunctions.Find(call.Function) is not null)
            return OtherRows(call);
        Node?[] bound = [.. call.Arguments.Select(Bind)];
        if (FunctionTable.Find(call.Function) is not { } function)
        {
            IEnumerable<string> known = FunctionTable.All.Select(each => each.Name).Concat(RowFunctions.All.Select(each => each.Name));
            bag.Add(ExpressionDiagnostics.UnknownFunction, At(call), call.Function, Suggestion.For(call.Function, known), string.Join(", ", known));
            return null;
        }

        if (Array.Exists(bound, argument => argument is null))
            return null;
        Node[] arguments = bound!;
        if (function.Overloads.FirstOrDefault(each => each.Takes(arguments)) is not { } overload)
        {
            bag.Add(ExpressionDiagnostics.WrongArguments, At(call), function.Name, CommonType.Names(arguments), function.Signatures);
            return null;
        }

        ImmutableArray<Node> converted = [.. arguments.Select((argument, index) => Overload.Convert(overload.ParameterAt(index), argument))];
        return overload.Make(new Call(function, converted, context, bag, At(call), index => At(call.Arguments[index])));
    }

    // What is read of other rows is a slot of this one.
    private SlotNode? OtherRows(CallSyntax call)
    {
        if (scope.Resolve(call, source) is not { } column)
            return null;
        slots.Add(column.Slot);
        return new SlotNode(column);
    }

    // A column of the frame costs nothing to read twice, unless it has to be widened.
    private static Node Shared(Node node) =>
        node is SlotNode && node.Type.Kind != TypeKind.Decimal ? node : new SharedNode(node) { Place = node.Place };
}
