using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>Functions of dates, times and timestamps; the earlier comes first.</summary>
internal static class MomentFunctions
{
    private const ParameterKind Date = ParameterKind.Date;
    private const ParameterKind Timestamp = ParameterKind.Timestamp;

    public static ImmutableArray<Function> All { get; } =
    [
        new("year", "The year.", "year(date '2024-02-29')", "2024", Part("year")),
        new("month", "The month, 1 to 12.", "month(date '2024-02-29')", "2", Part("month")),
        new("day", "The day of the month, 1 to 31.", "day(date '2024-02-29')", "29", Part("day")),
        new("hour", "The hour, 0 to 23.", "hour(timestamp '2024-02-29 17:45:00')", "17", Time("hour")),
        new("minute", "The minute, 0 to 59.", "minute(timestamp '2024-02-29 17:45:00')", "45", Time("minute")),
        new("weekday", "The day of the week, 1 Monday to 7 Sunday.", "weekday(date '2024-02-29')", "4", Part("weekday")),
        new("days_between", "How many midnights lie between the earlier and the later.", "days_between(timestamp '2024-02-28 23:00:00', date '2024-03-01')", "2",
        [
            Two("days_between(earlier, later)", Date, (a, b) => new BinaryNode<long, long, long, DaysBetween>(
                ExpressionType.Int, a, b, default, new Sql("DATE_DIFF('day', {0}, {1})", "CAST(({1} - {0}) AS BIGINT)"))),
            Two("days_between(earlier, later)", Timestamp, (a, b) => new BinaryNode<long, long, long, DaysBetween>(
                ExpressionType.Int, DayOf(a), DayOf(b), default, new Sql("DATE_DIFF('day', {0}, {1})", "CAST(({1} - {0}) AS BIGINT)"))),
        ]),
        new("years_between", "How many years are completed between the earlier and the later, such as an age.",
            "years_between(date '1990-06-15', date '2024-06-14')", "33",
        [
            Two("years_between(earlier, later)", Timestamp, (a, b) => new BinaryNode<long, long, long, YearsBetween>(
                ExpressionType.Int, a, b, default, new Sql("DATE_SUB('year', {0}, {1})", "CAST(EXTRACT(YEAR FROM AGE({1}, {0})) AS BIGINT)"))),
        ]),
        new("seconds_between", "How many seconds are completed between the earlier and the later.",
            "seconds_between(timestamp '2024-01-01 10:00:00', timestamp '2024-01-01 10:01:30')", "90",
        [
            Two("seconds_between(earlier, later)", Timestamp, (a, b) => new BinaryNode<long, long, long, SecondsBetween>(
                ExpressionType.Int, a, b, default, new Sql("DATE_SUB('second', {0}, {1})", "CAST(TRUNC(EXTRACT(EPOCH FROM ({1} - {0}))) AS BIGINT)"))),
        ]),
        new("date_trunc", "The beginning of the year, quarter, month, week (Monday), day, hour, minute or second.",
            "date_trunc('month', date '2024-02-29')", "2024-02-01",
        [
            new Overload("date_trunc('unit', date)", [ParameterKind.TextLiteral, Date], Truncate),
            new Overload("date_trunc('unit', timestamp)", [ParameterKind.TextLiteral, Timestamp], Truncate),
        ]),
        new("extract", "A part of a date or time: year quarter month week day weekday dayofyear hour minute second.", "extract(quarter from date '2024-05-29')", "2",
        [
            new Overload("extract(unit from date)", [ParameterKind.TextLiteral, Date], Extract),
            new Overload("extract(unit from timestamp)", [ParameterKind.TextLiteral, Timestamp], Extract),
            new Overload("extract(unit from time)", [ParameterKind.TextLiteral, ParameterKind.Time], Extract),
        ]),
        new("make_date", "The date of a year, month and day; one that does not exist is an error.", "make_date(2024, 2, 29)", "2024-02-29",
        [
            new Overload("make_date(year, month, day)", [ParameterKind.Int, ParameterKind.Int, ParameterKind.Int], call => new RowNode(
                ExpressionType.Date, call.Arguments, MakeDate,
                new Sql("MAKE_DATE({0}, {1}, {2})", "MAKE_DATE(CAST({0} AS INTEGER), CAST({1} AS INTEGER), CAST({2} AS INTEGER))"),
                EvaluationDiagnostics.NoSuchDay)),
        ]),
        new("today", "The day the data is made for: as_of, never the clock.", "today()", "2025-01-01", [new Overload("today()", [], Today)]),
    ];

    private static Overload Two(string signature, ParameterKind parameter, Func<Node, Node, Node> make) =>
        new(signature, [parameter, parameter], call => make(call[0], call[1]));

    private static ImmutableArray<Overload> Part(string unit) =>
    [
        new Overload($"{unit}(date)", [Date], call => PartOf(call[0], unit)),
        new Overload($"{unit}(timestamp)", [Timestamp], call => PartOf(call[0], unit)),
    ];

    private static ImmutableArray<Overload> Time(string unit) =>
    [
        new Overload($"{unit}(timestamp)", [Timestamp], call => PartOf(call[0], unit)),
        new Overload($"{unit}(time)", [ParameterKind.Time], call => PartOf(call[0], unit)),
    ];

    private static Node? Extract(Call call)
    {
        TypeKind kind = call[1].Type.Kind;
        ImmutableArray<string> units = kind switch
        {
            TypeKind.Date => MomentUnits.DayParts,
            TypeKind.Time => MomentUnits.Times,
            _ => [.. MomentUnits.DayParts, .. MomentUnits.Times],
        };
        return UnitOf(call, units) is { } unit ? PartOf(call[1], unit) : null;
    }

    private static Node PartOf(Node node, string unit)
    {
        if (MomentUnits.TimePartOf(unit) is var (micros, modulus))
        {
            Sql time = new($"EXTRACT({unit.ToUpperInvariant()} FROM {{0}})", $"CAST(TRUNC(EXTRACT({unit.ToUpperInvariant()} FROM {{0}})) AS BIGINT)");
            return new UnaryNode<long, long, TimePart>(ExpressionType.Int, node, new TimePart(micros, modulus), time);
        }

        DatePart part = MomentUnits.DatePartOf(unit)!.Value;
        string name = MomentUnits.SqlOf(part);
        Sql sql = new($"EXTRACT({name} FROM {{0}})", $"CAST(EXTRACT({name} FROM {{0}}) AS BIGINT)");
        return new UnaryNode<long, long, DatePartOfDay>(ExpressionType.Int, DayOf(node), new DatePartOfDay(part), sql);
    }

    private static Node? Truncate(Call call)
    {
        bool isDate = call[1].Type.Kind == TypeKind.Date;
        if (UnitOf(call, isDate ? MomentUnits.Days : [.. MomentUnits.Days, .. MomentUnits.Times]) is not { } unit)
            return null;
        if (MomentUnits.TimePartOf(unit) is var (micros, _))
            return new UnaryNode<long, long, TruncateMoment>(ExpressionType.Timestamp, call[1], new TruncateMoment(micros), new Sql($"DATE_TRUNC('{unit}', {{0}})"));

        Node day = new UnaryNode<long, long, TruncateDay>(
            ExpressionType.Date,
            DayOf(call[1]),
            new TruncateDay(MomentUnits.DatePartOf(unit)!.Value),
            new Sql($"CAST(DATE_TRUNC('{unit}', {{0}}) AS DATE)"),
            EvaluationDiagnostics.NoSuchDay);
        return isDate ? day : Binding.Conversion.Implicit(day, ExpressionType.Timestamp);
    }

    private static Node DayOf(Node node) => node.Type.Kind == TypeKind.Date
        ? node
        : new UnaryNode<long, long, DayOfMoment>(ExpressionType.Date, node, default, new Sql("CAST({0} AS DATE)"));

    private static string? UnitOf(Call call, ImmutableArray<string> units)
    {
        if (call.Text(0) is not { } written)
            return null;
        string unit = written.ToLowerInvariant();
        if (units.Contains(unit))
            return unit;
        call.Bag.Add(ExpressionDiagnostics.BadUnit, call.PositionOf(0), written, $"a {call[1].Type}", Suggestion.For(written, units), string.Join(", ", units));
        return null;
    }

    private static CellState MakeDate(ReadOnlySpan<Column> operands, int row, Column target)
    {
        bool isDay = Calendar.TryMake(
            TextKernels.Whole(operands[0], row), TextKernels.Whole(operands[1], row), TextKernels.Whole(operands[2], row), out long day);
        TextKernels.Set(target, row, day);
        return isDay ? CellState.Value : CellState.Error;
    }

    private static ConstantNode<long>? Today(Call call)
    {
        if (call.Context.AsOf is { } day)
            return Constants.Date(CellText.FromDate(day));
        call.Bag.Add(ExpressionDiagnostics.NoAsOf, call.Position, "today()");
        return null;
    }
}
