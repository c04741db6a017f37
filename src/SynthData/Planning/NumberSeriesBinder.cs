using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a <c>series</c> of numbers, and the column that marks its anomalies.</summary>
internal sealed class NumberSeriesBinder(PlanDraft plan, TableDraft table)
{
    private static readonly ColumnType Double = new(ColumnKind.Double);
    private static readonly ColumnType Timestamp = new(ColumnKind.Timestamp);

    public BoundSource? Bind(NumberSeriesSource source, ColumnType? written, string name)
    {
        ColumnType type = written ?? Double;
        if (!type.IsNumeric)
        {
            plan.Bag.Add(PlanDiagnostics.TypeIsNotDrawn, source.Position, name, type, "a series with a walk, a trend or a season makes numbers");
            return null;
        }

        int before = plan.Bag.Count;
        RangeEnd? start = source.Start is { } level ? new RangeEndBinder(plan, table, Double, name).Anchor(level) : new RangeEnd(0, 0, null);
        bool needsMoments = source.Along is not null || source.Trend is not null || source.Seasons.Any(season => !IsRows(season.Period));
        (CellDraft Cell, TimeSeriesCells Moments)? along = needsMoments ? Along(source, name) : null;
        ImmutableArray<int> inputs = [.. start?.Expression?.Slots ?? [], .. along?.Moments.Start.Expression?.Slots ?? []];
        RowOrder? order = RowOrder.Bind(plan, table, inputs, source.Position, name);
        WalkPlan? walk = source.Walk is { } steps ? Walk(steps, name) : null;
        ImmutableArray<SeasonPlan?> seasons = [.. source.Seasons.Select(season => Season(season, along is not null, name))];
        IDistribution? noise = source.Noise is { } drawn ? Draw(drawn, name) : null;
        if (source.Anomalies is { } anomalies)
            CheckLabel(anomalies, name);
        if (plan.Bag.Count > before || start is null || order is null || seasons.Contains(null) || (source.Walk is not null && walk is null))
            return null;

        SeriesMoments? moments = along is { } found ? new SeriesMoments(found.Cell.Slot, found.Cell.Type!.Value, found.Moments.Start) : null;
        var cells = new NumberSeriesCells(start.Value, walk, Number(source.Trend), moments, [.. seasons.OfType<SeasonPlan>()], noise, Anomalies(source), order);
        IEnumerable<int> read = inputs.Concat(order.Inputs).Concat(moments is null ? [] : [moments.Slot]);
        return new BoundSource(cells, type, [.. read.Distinct()], "series") { Detail = Describe(source) };
    }

    /// <summary>Binds the column that marks anomalies: one without a source that a series names; null for any other.</summary>
    public BoundSource? Label(CellDraft cell, ColumnType? written)
    {
        ColumnSchema? marked = table.Schema.Columns.FirstOrDefault(column => column.Source is NumberSeriesSource { Anomalies.Label: var label } && label.Text == cell.Name);
        if (marked is null || table.Find(marked.Name) is not { } series)
            return null;
        if (written is not null && written != ColumnType.Bool)
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, cell.Column!.TypePosition ?? cell.Column.Position, $"{table.Name}.{cell.Name}", written, ColumnType.Bool);
        double share = (double)((NumberSeriesSource)marked.Source!).Anomalies!.Share.Value;
        return new BoundSource(new AnomalyLabelCells(series.Slot, series.Stream, share), ColumnType.Bool, [series.Slot], "series") { Detail = $"marks the anomalies of {marked.Name}" };
    }

    private static string Describe(NumberSeriesSource source)
    {
        string?[] parts =
        [
            source.Walk is null ? null : "walk", source.Trend is null ? null : $"trend {source.Trend.Text}",
            source.Seasons.IsEmpty ? null : "season of " + string.Join(", ", source.Seasons.Select(season => season.Period.Text)),
            source.Noise is null ? null : "noise", source.Anomalies is null ? null : "anomalies",
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static AnomalyPlan? Anomalies(NumberSeriesSource source) =>
        source.Anomalies is { } anomalies ? new AnomalyPlan((double)anomalies.Share.Value, Number(anomalies.Low), Number(anomalies.High)) : null;

    private static bool IsRows(SchemaScalar period) => char.IsAsciiDigit(period.Text[^1]);

    private static double Number(SchemaScalar? scalar) =>
        scalar is null ? 0 : double.Parse(scalar.Text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    // The only series of moments of the table is meant, unless one is named; without any, a trend goes by rows.
    private (CellDraft Cell, TimeSeriesCells Moments)? Along(NumberSeriesSource source, string name)
    {
        string[] known = [.. table.Schema.Columns.Where(column => column.Source is TimeSeriesSource).Select(column => column.Name)];
        bool needsOne = source.Along is not null || source.Seasons.Any(season => !IsRows(season.Period));
        string? wanted = source.Along?.Text ?? (known is [var only] ? only : null);
        if (wanted is null && !needsOne && known.Length == 0)
            return null;
        if (wanted is null || !known.Contains(wanted) || table.Find(wanted) is not { } cell)
        {
            string which = known.Length == 0 ? "and table '" + table.Name + "' has none" : "one of " + string.Join(", ", known);
            plan.Bag.Add(OtherRowDiagnostics.SeriesNeedsMoments, source.Along?.Position ?? source.Position, name, which);
            return null;
        }

        plan.Bind(table, cell);
        return cell.Source is TimeSeriesCells moments ? (cell, moments) : null;
    }

    private WalkPlan? Walk(WalkSchema walk, string name)
    {
        double min = walk.Min is null ? double.NegativeInfinity : Number(walk.Min);
        double max = walk.Max is null ? double.PositiveInfinity : Number(walk.Max);
        if (min >= max)
            plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, walk.Position, name, walk.Min!.Text, walk.Max!.Text);
        return Draw(walk.Step, name) is { } step ? new WalkPlan(step, min, max) : null;
    }

    private IDistribution? Draw(DistributionSchema written, string name) => new DrawBinder(plan, name, Double).Bind(written, isInRange: false) is { } draw
        ? DistributionMaker.Make(draw, double.NegativeInfinity, double.PositiveInfinity)
        : null;

    private SeasonPlan? Season(SeasonSchema season, bool hasMoments, string name)
    {
        bool isRows = IsRows(season.Period);
        if (!isRows && !hasMoments)
            return null;                                        // told with the moments that lack
        long? period = isRows ? (long)Number(season.Period) : Micros(season.Period, name);
        long? shift = season.Shift is null ? 0 : IsRows(season.Shift) == isRows ? (isRows ? (long)Number(season.Shift) : Micros(season.Shift, name)) : Refuse(season.Shift, name);
        return period is null || shift is null ? null : new SeasonPlan(!isRows, period.Value, shift.Value, Number(season.Amplitude));
    }

    // A season of a year is one of its mean length, so that it keeps step with the sun and not with the calendar.
    private long? Micros(SchemaScalar scalar, string name) =>
        new DrawBinder(plan, name, Timestamp).Number(scalar.Text) is > 0 and { } seconds ? (long)Math.Round(seconds * Batches.CellText.MicrosPerSecond) : Refuse(scalar, name);

    private long? Refuse(SchemaScalar scalar, string name)
    {
        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, Timestamp, name, "7d");
        return null;
    }

    private void CheckLabel(AnomalySchema anomalies, string name)
    {
        if (table.Find(anomalies.Label.Text) is not { Column: { Source: null } })
            plan.Bag.Add(OtherRowDiagnostics.LabelIsNoColumn, anomalies.Label.Position, name, anomalies.Label.Text);
    }
}
