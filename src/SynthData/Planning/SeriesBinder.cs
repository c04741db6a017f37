using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>series</c>: what runs along the rows of a parent.</summary>
internal sealed class SeriesBinder(PlanDraft plan)
{
    private static readonly ColumnType Timestamp = new(ColumnKind.Timestamp);

    public BoundSource? Bind(TableDraft table, TimeSeriesSource source, ColumnType? written, string name)
    {
        ColumnType type = written ?? Timestamp;
        if (type.Kind is not (ColumnKind.Date or ColumnKind.Timestamp))
        {
            plan.Bag.Add(PlanDiagnostics.TypeIsNotDrawn, source.Position, name, type, "a series with a start and gaps makes dates and timestamps");
            return null;
        }

        var ends = new RangeEndBinder(plan, table, Timestamp, name);
        RangeEnd? start = ends.Anchor(source.Start);
        RangeEnd? end = source.End is { } last ? ends.Anchor(last) : null;
        ImmutableArray<int> inputs = [.. (start?.Expression?.Slots ?? []).Concat(end?.Expression?.Slots ?? []).Distinct()];
        RowOrder? order = RowOrder.Bind(plan, table, inputs, source.Position, name);
        long? every = source.Every is { } regular ? Micros(regular, name) : null;
        IDistribution? gap = source.Gap is { } drawn ? Gap(drawn, name) : null;
        long? step = source.Step is { } grid ? Micros(grid, name + " (step)") : type.Kind == ColumnKind.Date ? CellText.MicrosPerDay : CellText.MicrosPerSecond;
        if (start is null || order is null || step is null || (every is null && gap is null && end is null))
            return null;

        ProfileUnit unit = every is null ? ProfileUnit.Mean : ProfileUnit.Greatest;
        WeekProfile? profile = source.Profile is { } week ? new WeekProfile(week.Days, week.Hours, unit) : null;
        var cells = new TimeSeriesCells(start.Value, new SeriesSpacing(every, gap, end), profile, step.Value, order);
        return new BoundSource(cells, type, [.. inputs.Concat(order.Inputs).Distinct()], "series") { Detail = Describe(source) };
    }

    private static string Describe(TimeSeriesSource source) =>
        $"from {source.Start.Text}"
        + (source.Every is { } every ? $" every {every.Text}" : source.Gap is { } gap ? $", gaps {gap.Name}" : $" to {source.End!.Text}")
        + (source.Profile is null ? "" : ", by hour and day");

    private IDistribution? Gap(DistributionSchema written, string name) =>
        new DrawBinder(plan, name, Timestamp).Bind(written, isInRange: false) is { } draw ? DistributionMaker.Make(draw, 0, double.PositiveInfinity) : null;

    // Months and years have no one length, so nothing comes every month.
    private long? Micros(SchemaScalar scalar, string name)
    {
        bool isEven = !scalar.Text.EndsWith('y') && !scalar.Text.EndsWith("mo", StringComparison.Ordinal);
        if (isEven && RangeText.Micros(plan, scalar) is > 0 and { } micros)
            return micros;
        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, Timestamp, name, "15min");
        return null;
    }
}
