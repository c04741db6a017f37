using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>range</c>, <c>after</c>/<c>before</c> with <c>within</c>, and a lone <c>distribution</c>: all are draws from a grid.</summary>
internal sealed partial class RangeBinder(PlanDraft plan)
{
    public BoundSource? Bind(TableDraft table, SourceSchema source, ColumnType? written, string name)
    {
        GivenOption<RangeEnds>? ends = source switch
        {
            RangeSource range => range.Ends,
            OffsetSource offset => offset.Within,
            _ => null,
        };
        GivenOption<DistributionSchema>? distribution = source switch
        {
            RangeSource range => range.Distribution,
            OffsetSource offset => offset.Distribution,
            _ => ((DistributionSource)source).Distribution,
        };
        ColumnType? type = written ?? InferType(table, source, ends, name);
        if (type is null || !IsDrawable(type.Value, source, name))
            return null;

        // Each option has its own cases; a row's draw needs one of each, so they are crossed into one list of ranges.
        var given = new GivenBinder(plan, table, name);
        (GivenSelector? endsGiven, ImmutableArray<object?> boundEnds) =
            ends is null ? (null, [Limits(type.Value)]) : given.Bind(source.Given, ends, e => Ends(table, source, e, type.Value, name));
        (GivenSelector? drawGiven, ImmutableArray<object?> draws) =
            distribution is null ? (null, [null]) : given.Bind(source.Given, distribution, d => new DrawBinder(plan, name, type.Value).Bind(d, isInRange: ends is not null));
        (GivenSelector? stepGiven, ImmutableArray<object?> steps) =
            source is RangeSource { Step: { } step } ? given.Bind(source.Given, step, s => (object?)StepUnits(s, type.Value, name)) : (null, [(object?)DefaultStep(type.Value)]);
        if (boundEnds.Contains(null) || steps.Contains(null) || (distribution is not null && draws.Contains(null)))
            return null;

        RangeEnd? anchor = source is OffsetSource anchored ? EndExpression(table, AnchorText(anchored.Anchor), anchored.Anchor.Position, type.Value, name) : null;
        var crossed = GivenCross.Of(endsGiven, drawGiven, stepGiven);
        var made = ImmutableArray.CreateBuilder<GridRange>();
        foreach ((int end, int draw, int stepCase) in crossed.Cases)
        {
            var (low, high) = ((RangeEnd, RangeEnd))boundEnds[end]!;
            var range = new GridRange(low, high, (long)steps[stepCase]!, (DistributionPlan?)draws[draw]) { Anchor = anchor, IsBefore = source is OffsetSource { IsAfter: false }, IsOpen = ends is null };
            CheckDraw(range, type.Value, ends?.All.First().Low.Text ?? "", ends?.Position ?? source.Position, name);
            made.Add(range);
        }

        IEnumerable<int> inputs = made.SelectMany(r => (r.Low.Expression?.Slots ?? []).Concat(r.High.Expression?.Slots ?? []).Concat(r.Anchor?.Expression?.Slots ?? [])).Concat(crossed.Selector?.Slots ?? []);
        string keyword = source is OffsetSource o ? (o.IsAfter ? "after" : "before") : source is RangeSource ? "range" : "distribution";
        return new BoundSource(new RangeCells(crossed.Selector, made.ToImmutable()), type.Value, [.. inputs.Distinct()], keyword) { Detail = Describe(source) };
    }

    private void CheckDraw(GridRange range, ColumnType type, string lowText, SourcePosition position, string name)
    {
        bool startsAtZero = range.Anchor is null
            ? type.IsTemporal || (range.Low.IsConstant && range.Low is { Number: <= 0, Units: <= 0 })
            : !lowText.TrimStart('+').TrimStart('0').Any(char.IsAsciiDigit) || lowText.StartsWith('-');
        if (range.Draw is { IsBare: true, Name: "lognormal" } && startsAtZero)
            plan.Bag.Add(PlanDiagnostics.DistributionDoesNotFit, position, "lognormal", name, "bare, it needs a lower end above 0", "Write { lognormal: { median: 45, p90: 180 } }, or raise the lower end.");
        else if (RangeCut.Of(type, range) is > 0.99 and { } cut)
            plan.Bag.Add(PlanDiagnostics.MostIsCutAway, position, name, cut * 100);
    }

    private static string Describe(SourceSchema source) => source switch
    {
        RangeSource { Ends: { IsConditional: false, Otherwise: { } ends } } range =>
            $"{ends.Low.Text} to {ends.High.Text}{(range.Distribution?.Otherwise is { } d ? ", " + d.Name : "")}",
        RangeSource => "by " + string.Join(", ", source.Given.Select(g => g.Text)),
        OffsetSource { Within: { IsConditional: false, Otherwise: { } within } } offset => $"{offset.Anchor.Text} within {within.Low.Text} to {within.High.Text}",
        DistributionSource { Distribution.Otherwise: { } lone } => lone.Name,
        _ => "",
    };

    private bool IsDrawable(ColumnType type, SourceSchema source, string name)
    {
        bool drawable = type.IsNumeric || (type.IsTemporal && source is not DistributionSource);
        if (!drawable)
            plan.Bag.Add(PlanDiagnostics.TypeIsNotDrawn, source.Position, name, type, source is DistributionSource ? "a distribution makes numbers" : "a range makes numbers, dates, times and timestamps");
        return drawable;
    }

    private ColumnType? InferType(TableDraft table, SourceSchema source, GivenOption<RangeEnds>? ends, string name)
    {
        ColumnType? type = null;
        if (source is OffsetSource offset && offset.Within.All.FirstOrDefault() is { } within)
        {
            var text = new ExpressionText($"({AnchorText(offset.Anchor)}) + ({DurationText(within.Low.Text)})", offset.Anchor.Position);
            type = plan.Expression(table, text)?.Type.Column;
        }
        else if (ends is not null)
        {
            SchemaScalar[] scalars = [.. ends.All.SelectMany(e => new[] { e.Low, e.High })];
            type = scalars.All(s => IsNumber(s.Text)) ? LiteralBinder.Infer(scalars)
                : scalars.All(s => CellText.TryParseDate(s.Text, out _)) ? new ColumnType(ColumnKind.Date)
                : scalars.All(s => CellText.TryParseTimestamp(s.Text, out _)) ? new ColumnType(ColumnKind.Timestamp)
                : scalars.All(s => CellText.TryParseTime(s.Text, out _)) ? new ColumnType(ColumnKind.Time)
                : null;
        }

        if (type is null)
            plan.Bag.Add(PlanDiagnostics.TypeNeeded, source.Position, name, source is DistributionSource ? "a distribution makes any number" : "its ends do not say one");
        return type;
    }

    private object? Ends(TableDraft table, SourceSchema source, RangeEnds ends, ColumnType type, string name)
    {
        RangeEnd? low;
        RangeEnd? high;
        if (source is OffsetSource offset)
        {
            if (Micros(ends.Low) > Micros(ends.High))
            {
                plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, ends.Position, name, ends.Low.Text, ends.High.Text);
                return null;
            }

            string anchor = AnchorText(offset.Anchor);
            (string near, string far) = (DurationText(ends.Low.Text), DurationText(ends.High.Text));
            low = EndExpression(table, $"({anchor}) {(offset.IsAfter ? $"+ ({near})" : $"- ({far})")}", offset.Anchor.Position, type, name);
            high = EndExpression(table, $"({anchor}) {(offset.IsAfter ? $"+ ({far})" : $"- ({near})")}", offset.Anchor.Position, type, name);
        }
        else
        {
            low = End(table, ends.Low, type, name);
            high = End(table, ends.High, type, name);
        }

        if (low is not { } first || high is not { } last)
            return null;
        if (first.IsConstant && last.IsConstant && (type.Kind == ColumnKind.Double ? first.Number > last.Number : first.Units > last.Units))
        {
            plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, ends.Position, name, ends.Low.Text, ends.High.Text);
            return null;
        }

        return (first, last);
    }

    // Ruling 1: a literal of the column's type, else a signed duration, else 'today', else an expression.
    private RangeEnd? End(TableDraft table, SchemaScalar scalar, ColumnType type, string name)
    {
        Column cell = Column.For(type);
        cell.Reset(1);
        if (LiteralBinder.TryParse(scalar, type, cell, 0))
            return Constant(cell, type);
        if (type.Kind == ColumnKind.Timestamp && CellText.TryParseDate(scalar.Text, out long days))
            return new RangeEnd(0, days * CellText.MicrosPerDay, null);
        if (type.IsNumeric && IsNumber(scalar.Text))
        {
            plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, name, LiteralBinder.Sample(type));
            return null;
        }

        return EndExpression(table, AnchorText(scalar), scalar.Position, type, name);
    }

    private RangeEnd? EndExpression(TableDraft table, string text, SourcePosition position, ColumnType type, string name)
    {
        if (type.IsNumeric && DateLike().IsMatch(text))
        {
            plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, position, text, type, name, LiteralBinder.Sample(type));
            return null;
        }

        BoundExpression? expression = plan.Expression(table, new ExpressionText(text, position));
        if (expression is null)
            return null;
        if (!expression.CanBecome(type))
        {
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, position, name, type, expression.Type);
            return null;
        }

        if (expression.Slots.Length > 0)
            return new RangeEnd(0, 0, expression);
        var frame = new Frame(0);
        frame.Reset([0]);
        Column value = Column.For(type);
        value.Reset(1);
        expression.EvaluateInto(frame, value, type);
        if (value.States[0] == CellState.Value)
            return Constant(value, type);
        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, position, text, type, name, LiteralBinder.Sample(type));
        return null;
    }

    private static RangeEnd Constant(Column cell, ColumnType type) =>
        type.Kind == ColumnKind.Double ? new RangeEnd(((DoubleColumn)cell)[0], 0, null) : new RangeEnd(0, ((Int64Column)cell)[0], null);

    private static string AnchorText(SchemaScalar scalar)
    {
        string text = scalar.Text.Trim();
        if (text == "today")
            return "today()";
        if (Duration().IsMatch(text))
            return text[0] == '-' ? $"today() - {text[1..]}" : $"today() + {text.TrimStart('+')}";
        if (CellText.TryParseDate(text, out _))
            return $"date '{text}'";
        return CellText.TryParseTimestamp(text, out _) ? $"timestamp '{text}'" : text;
    }

    private static string DurationText(string text) => text.Trim() is "0" ? "0d" : text.Trim();

    private static bool IsNumber(string text) =>
        decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static object Limits(ColumnType type) => type.Kind switch
    {
        ColumnKind.Int32 => (new RangeEnd(0, int.MinValue, null), new RangeEnd(0, int.MaxValue, null)),
        ColumnKind.Int64 => (new RangeEnd(0, -(1L << 62), null), new RangeEnd(0, 1L << 62, null)),
        ColumnKind.Decimal => (new RangeEnd(0, 1 - CellText.PowerOfTen(type.Precision), null), new RangeEnd(0, CellText.PowerOfTen(type.Precision) - 1, null)),
        _ => (new RangeEnd(double.NegativeInfinity, 0, null), new RangeEnd(double.PositiveInfinity, 0, null)),
    };

    // Timestamps and times have whole seconds unless a step says else; doubles are a continuum.
    private static long DefaultStep(ColumnType type) => type.Kind switch
    {
        ColumnKind.Double => 0,
        ColumnKind.Time or ColumnKind.Timestamp => CellText.MicrosPerSecond,
        _ => 1,
    };

    /// <summary>A duration in microseconds; months and years are those from 2000 on.</summary>
    private long? Micros(SchemaScalar scalar)
    {
        string text = scalar.Text.Trim().TrimStart('+');
        if (!Duration().IsMatch(text))
            return null;
        var start = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        BoundExpression? sum = plan.Expression(plan.Tables[0], new ExpressionText($"timestamp '2000-01-01 00:00:00' + ({text})", scalar.Position));
        var frame = new Frame(0);
        frame.Reset([0]);
        var value = new Int64Column();
        value.Reset(1);
        sum?.EvaluateInto(frame, value, new ColumnType(ColumnKind.Timestamp));
        return sum is null || value.States[0] != CellState.Value ? null : value[0] - ((start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    private object? StepUnits(SchemaScalar scalar, ColumnType type, string name)
    {
        if (type.IsTemporal)
        {
            // Months and years have no one length, so a grid cannot step by them.
            bool isEven = !scalar.Text.EndsWith('y') && !scalar.Text.EndsWith("mo", StringComparison.Ordinal);
            long micros = isEven ? Micros(scalar) ?? 0 : 0;
            long units = type.Kind != ColumnKind.Date ? micros : micros % CellText.MicrosPerDay == 0 ? micros / CellText.MicrosPerDay : 0;
            if (units > 0)
                return units;
        }
        else if (type.Kind == ColumnKind.Double)
        {
            // A double's step is kept in units of 1e-9, exact for every step people write.
            if (CellText.TryParseDecimal(scalar.Text, ColumnType.Decimal(9), out long nanos) && nanos > 0)
                return nanos;
        }
        else
        {
            Column cell = Column.For(type);
            cell.Reset(1);
            if (LiteralBinder.TryParse(scalar, type, cell, 0) && ((Int64Column)cell)[0] > 0)
                return ((Int64Column)cell)[0];
        }

        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, name + " (step)", type.Kind == ColumnKind.Date ? "7d" : type.IsTemporal ? "15min" : LiteralBinder.Sample(type));
        return null;
    }

    [GeneratedRegex("^[+-]?[0-9][0-9_]*(y|mo|w|d|h|min|s)$")]
    private static partial Regex Duration();

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$")]
    private static partial Regex DateLike();
}
