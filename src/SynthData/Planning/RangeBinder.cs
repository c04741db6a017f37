using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>range</c>, <c>after</c>/<c>before</c> with <c>within</c>, and a lone <c>distribution</c>: all are draws from a grid.</summary>
internal sealed class RangeBinder(PlanDraft plan)
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
        var endBinder = new RangeEndBinder(plan, table, type.Value, name);
        var stepBinder = new StepBinder(plan, type.Value, name);
        (GivenSelector? endsGiven, ImmutableArray<object?> boundEnds) =
            ends is null ? (null, [RangeEndBinder.Limits(type.Value)]) : given.Bind(source.Given, ends, e => endBinder.Ends(source, e));
        (GivenSelector? drawGiven, ImmutableArray<object?> draws) =
            distribution is null ? (null, [null])
                : given.Bind(source.Given, distribution, d => new DrawBinder(plan, name, type.Value, Origin(source, boundEnds)).Bind(d, isInRange: ends is not null));
        (GivenSelector? stepGiven, ImmutableArray<object?> steps) =
            source is RangeSource { Step: { } step } ? given.Bind(source.Given, step, stepBinder.Bind) : (null, [(object?)stepBinder.Default]);
        if (boundEnds.Contains(null) || steps.Contains(null) || (distribution is not null && draws.Contains(null)))
            return null;

        RangeEnd? anchor = source is OffsetSource anchored ? endBinder.Anchor(anchored.Anchor) : null;
        var crossed = GivenCross.Of(endsGiven, drawGiven, stepGiven);
        var made = ImmutableArray.CreateBuilder<GridRange>();
        var plainEnds = new List<(double Low, double High)?>();
        foreach ((int end, int draw, int stepCase) in crossed.Cases)
        {
            var (low, high) = ((RangeEnd, RangeEnd))boundEnds[end]!;
            var range = new GridRange(low, high, (long)steps[stepCase]!, (DistributionPlan?)draws[draw])
            {
                Anchor = anchor,
                IsBefore = source is OffsetSource { IsAfter: false },
                IsOpen = ends is null,
            };
            if (ends is not null && IsStepTooWide(range, type.Value))
                plan.Bag.Add(PlanDiagnostics.StepTooWide, ends.Position, name, ends.All.First().Low.Text);
            made.Add(range);
            plainEnds.Add(PlainEnds(range, type.Value, source is OffsetSource ? ends!.All.ElementAtOrDefault(end) : null));
        }

        if (!TellMiddles(made, plainEnds, ends?.Position ?? source.Position, name))
        {
            foreach (GridRange range in made)
                CheckDraw(range, type.Value, ends?.All.First().Low.Text ?? "", ends?.Position ?? source.Position, name);
        }

        IEnumerable<int> inputs = made
            .SelectMany(range => new[] { range.Low.Expression, range.High.Expression, range.Anchor?.Expression })
            .SelectMany(expression => expression?.Slots ?? [])
            .Concat(crossed.Selector?.Slots ?? []);
        RowOrder? order = source.IsOrdered ? RowOrder.Bind(plan, table, [.. inputs], source.Position, name) : null;
        string keyword = source is OffsetSource o ? (o.IsAfter ? "after" : "before") : source is RangeSource ? "range" : "distribution";
        var cells = new RangeCells(crossed.Selector, made.ToImmutable()) { SiblingsSlot = order?.SiblingsSlot };
        return new BoundSource(cells, type.Value, [.. inputs.Concat(order?.Inputs ?? []).Distinct()], keyword)
        { Detail = $"{Describe(source)}{(source.IsOrdered ? ", ordered" : "")}" };
    }

    // The lower end of all cases; null where it is computed, or differs by condition.
    private static long? Origin(SourceSchema source, ImmutableArray<object?> ends)
    {
        if (source is not RangeSource || ends.Contains(null))
            return null;
        RangeEnd[] lows = [.. ends.Select(end => (((RangeEnd Low, RangeEnd High))end!).Low)];
        return Array.TrueForAll(lows, low => low.IsConstant && low.Units == lows[0].Units) ? lows[0].Units : null;
    }

    private static bool IsStepTooWide(GridRange range, ColumnType type) =>
        range is { Anchor: null, Low.IsConstant: true, High.IsConstant: true, Step: > 0 } && (type.Kind == ColumnKind.Double
            ? range.Low.Number < range.High.Number && range.High.Number - range.Low.Number < range.Step / 1e9
            : range.Low.Units < range.High.Units && (UInt128)((Int128)range.High.Units - range.Low.Units) < (UInt128)range.Step);

    // Distances from an anchor are constant where their ends are not.
    private (double Low, double High)? PlainEnds(GridRange range, ColumnType type, RangeEnds? distances)
    {
        if (distances is null)
            return range.IsOpen ? null : RangeCut.PlainEnds(type, range);
        double unit = type.Kind == ColumnKind.Date ? CellText.MicrosPerDay : CellText.MicrosPerSecond;
        return RangeText.Micros(plan, distances.Low) / unit is { } low && RangeText.Micros(plan, distances.High) / unit is { } high ? (low, high) : null;
    }

    // One distribution may be cut differently by condition: its middle has to lie between the outermost ends.
    private bool TellMiddles(IReadOnlyList<GridRange> ranges, List<(double Low, double High)?> ends, SourcePosition position, string name)
    {
        bool isTold = false;
        foreach (DistributionPlan draw in ranges.Select(range => range.Draw).OfType<DistributionPlan>().Distinct())
        {
            (double Low, double High)?[] own = [.. ends.Where((_, index) => ReferenceEquals(ranges[index].Draw, draw))];
            if (!own.Contains(null))
                isTold |= RangeCut.TellMiddle(draw, (own.Min(end => end!.Value.Low), own.Max(end => end!.Value.High)), name, position, plan.Bag);
        }

        return isTold;
    }

    private void CheckDraw(GridRange range, ColumnType type, string lowText, SourcePosition position, string name)
    {
        bool startsAtZero = range.Anchor is null
            ? type.IsTemporal || (range.Low.IsConstant && range.Low is { Number: <= 0, Units: <= 0 })
            : !lowText.TrimStart('+').TrimStart('0').Any(char.IsAsciiDigit) || lowText.StartsWith('-');
        if (range.Draw is { IsBare: true, Name: "lognormal" } && startsAtZero)
        {
            const string fix = "Write { lognormal: { median: 45, p90: 180 } }, or raise the lower end.";
            plan.Bag.Add(PlanDiagnostics.DistributionDoesNotFit, position, "lognormal", name, "bare, it needs a lower end above 0", fix);
        }
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
            plan.Bag.Add(
                PlanDiagnostics.TypeIsNotDrawn, source.Position, name, type,
                source is DistributionSource ? "a distribution makes numbers" : "a range makes numbers, dates, times and timestamps");
        return drawable;
    }

    private ColumnType? InferType(TableDraft table, SourceSchema source, GivenOption<RangeEnds>? ends, string name)
    {
        ColumnType? type = null;
        if (source is OffsetSource offset && offset.Within.All.FirstOrDefault() is { } within)
        {
            var text = new ExpressionText($"({RangeText.Anchor(offset.Anchor)}) + ({RangeText.Distance(within.Low.Text)})", offset.Anchor.Position);
            type = plan.Expression(table, text)?.Type.Column;
        }
        else if (ends is not null)
        {
            SchemaScalar[] scalars = [.. ends.All.SelectMany(e => new[] { e.Low, e.High })];
            type = scalars.All(s => RangeText.IsNumber(s.Text)) ? LiteralBinder.Infer(scalars)
                : scalars.All(s => CellText.TryParseDate(s.Text, out _)) ? new ColumnType(ColumnKind.Date)
                : scalars.All(s => CellText.TryParseTimestamp(s.Text, out _)) ? new ColumnType(ColumnKind.Timestamp)
                : scalars.All(s => CellText.TryParseTime(s.Text, out _)) ? new ColumnType(ColumnKind.Time)
                : null;
        }

        if (type is null)
            plan.Bag.Add(PlanDiagnostics.TypeNeeded, source.Position, name, source is DistributionSource ? "a distribution makes any number" : "its ends do not say one");
        return type;
    }
}
