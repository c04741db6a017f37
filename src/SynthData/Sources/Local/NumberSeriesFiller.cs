using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Fills a number for each row of a parent: its level or walk, and what trend, seasons, noise and anomalies add.</summary>
/// <remarks>
/// <para>Drawn: one word a row for the step, one for the noise, one for whether it is an anomaly and one for the size, each on its own stream.</para>
/// <para>Nulls: where the start or the moment is null.</para>
/// <para>Errors: numbers that the type does not hold; no redraw helps.</para>
/// </remarks>
internal sealed class NumberSeriesFiller : ICellFiller
{
    private const int KeptStates = 4_096;

    // 1970-01-05 was a Monday; seasons of days and weeks begin at its midnight.
    private const long Monday = 4 * CellText.MicrosPerDay;

    private static readonly ColumnType Double = new(ColumnKind.Double);
    private static readonly ColumnType Timestamp = new(ColumnKind.Timestamp);

    private readonly NumberSeriesCells plan;
    private readonly ColumnType type;
    private readonly StreamKey steps;
    private readonly StreamKey noises;
    private readonly StreamKey strays;
    private readonly StreamKey sizes;
    private readonly RowStates<double> kept = new(KeptStates);
    private readonly TruncatedDistribution? step;
    private readonly TruncatedDistribution? noise;

    public NumberSeriesFiller(StreamKey stream, NumberSeriesCells plan, ColumnType type)
    {
        this.plan = plan;
        this.type = type;
        (steps, noises, strays, sizes) = (stream.Derive("#step"), stream.Derive("#noise"), AnomalyStream(stream), stream.Derive("#size"));
        step = Drawn(plan.Walk?.Step);
        noise = Drawn(plan.Noise);
    }

    /// <summary>The stream that says which rows are anomalies.</summary>
    public static StreamKey AnomalyStream(StreamKey stream) => stream.Derive("#anomaly");

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        DoubleColumn? levels = plan.Start.Expression is null ? null : frame.Scratch.TakeDouble(frame.Count);
        if (levels is not null)
            plan.Start.Expression!.EvaluateInto(frame, levels, Double);
        Int64Column? origins = plan.Along?.Start.Expression is null ? null : frame.Scratch.TakeInt64(frame.Count);
        if (origins is not null)
            plan.Along!.Start.Expression!.EvaluateInto(frame, origins, Timestamp);
        var moments = plan.Along is { } along ? (Int64Column)frame[along.Slot] : null;
        ReadOnlySpan<long> positions = ((Int64Column)frame[plan.Order.PositionSlot]).Cells;
        var walk = new SeriesCursor<double>(kept, (row, level) => Step(row, level));
        for (int row = 0; row < rows.Count; row++)
        {
            var state = (CellState)Math.Max(Math.Max((byte)(levels?.States[row] ?? 0), (byte)(origins?.States[row] ?? 0)), (byte)(moments?.States[row] ?? 0));
            target.States[row] = state;
            if (state != CellState.Value)
                continue;
            long index = rows.Indices[row];
            double level = levels?[row] ?? plan.Start.Number;
            double value = plan.Walk is null || positions[row] == 1 ? level : walk.At(index - positions[row] + 2, level, index);
            long moment = moments is null ? 0 : moments[row] * (plan.Along!.Type.Kind == ColumnKind.Date ? CellText.MicrosPerDay : 1);
            value += Trend(moments is null ? positions[row] - 1 : (moment - (origins?[row] ?? plan.Along!.Start.Units)) / (double)CellText.MicrosPerDay);
            foreach (SeasonPlan season in plan.Seasons)
                value += season.Amplitude * Transcendental.SineOfTurn(Phase(season, season.IsOfTime ? moment - Monday : positions[row] - 1));
            value += noise?.Sample(noises.Uniform(index, 0, 0)) ?? 0;
            value += Stray(index);
            Set(target, row, value);
        }

        frame.Scratch.Return(levels);
        frame.Scratch.Return(origins);
    }

    private static TruncatedDistribution? Drawn(IDistribution? distribution) =>
        distribution is null ? null : new TruncatedDistribution(distribution, double.NegativeInfinity, double.PositiveInfinity);

    private static double Phase(SeasonPlan season, long place)
    {
        long rest = (place - season.Shift) % season.Period;
        return (rest < 0 ? rest + season.Period : rest) / (double)season.Period;
    }

    private double Trend(double days) => plan.Trend * days;

    private double Step(long row, double level)
    {
        double reached = level + step!.Sample(steps.Uniform(row, 0, 0));
        (double min, double max) = (plan.Walk!.Min, plan.Walk.Max);

        // Thrown back from each bound as often as the step goes beyond one; a step far beyond both ends at the nearer.
        for (int bounces = 0; bounces < 64 && (reached < min || reached > max); bounces++)
            reached = reached < min ? (2 * min) - reached : (2 * max) - reached;
        return Math.Clamp(reached, min, max);
    }

    private double Stray(long row)
    {
        if (plan.Anomalies is not { } anomalies || strays.Uniform(row, 0, 0) >= anomalies.Share)
            return 0;
        return anomalies.Low + (sizes.Uniform(row, 0, 0) * (anomalies.High - anomalies.Low));
    }

    private void Set(Column target, int row, double value)
    {
        if (target is DoubleColumn real)
        {
            real[row] = value;
            target.States[row] = double.IsFinite(value) ? CellState.Value : CellState.Error;
            return;
        }

        var limits = ((RangeEnd Low, RangeEnd High))RangeEndBinder.Limits(type);
        double units = Math.Round(value * RangeCut.UnitsPerPlain(type), MidpointRounding.AwayFromZero);
        bool fits = units >= limits.Low.Units && units <= limits.High.Units;
        target.States[row] = fits ? CellState.Value : CellState.Error;
        ((Int64Column)target)[row] = fits ? (long)units : 0;
    }
}
