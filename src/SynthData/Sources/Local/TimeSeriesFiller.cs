using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Fills the moments of a parent's rows, which never run backwards.</summary>
/// <remarks>
/// <para>Drawn: nothing where they are regular; one word a row for its gap; or, between start and end, the parent's words in order.</para>
/// <para>Nulls: where the start or the end is null.</para>
/// <para>Errors: an end before the start, and moments beyond the years 1 to 9999; no redraw helps.</para>
/// </remarks>
internal sealed class TimeSeriesFiller : ICellFiller
{
    private const int KeptStates = 4_096;
    private const double LongestGap = 1e17;

    private static readonly ColumnType Timestamp = new(ColumnKind.Timestamp);

    private readonly StreamKey stream;
    private readonly TimeSeriesCells plan;
    private readonly ColumnType type;
    private readonly RowStates<long> kept = new(KeptStates);
    private readonly TruncatedDistribution? gap;
    private readonly OrderedWords words;

    public TimeSeriesFiller(StreamKey stream, TimeSeriesCells plan, ColumnType type)
    {
        this.stream = stream;
        this.plan = plan;
        this.type = type;
        gap = plan.Spacing.Gap is { } drawn ? new TruncatedDistribution(drawn, 0, double.PositiveInfinity) : null;
        words = new OrderedWords(stream);
    }

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        Int64Column? starts = Evaluate(plan.Start, frame);
        Int64Column? ends = plan.Spacing.End is { } last ? Evaluate(last, frame) : null;
        ReadOnlySpan<long> positions = ((Int64Column)frame[plan.Order.PositionSlot]).Cells;
        ReadOnlySpan<long> siblings = ((Int64Column)frame[plan.Order.SiblingsSlot]).Cells;
        var gaps = new SeriesCursor<long>(kept, (row, passed) => passed + Gap(row));
        OrderedWords.Cursor ordered = words.NewCursor();
        var cells = (Int64Column)target;
        for (int row = 0; row < rows.Count; row++)
        {
            var state = (CellState)Math.Max((byte)(starts?.States[row] ?? 0), (byte)(ends?.States[row] ?? 0));
            cells.States[row] = state;
            if (state != CellState.Value)
                continue;
            long start = starts?[row] ?? plan.Start.Units;
            long first = rows.Indices[row] - positions[row] + 1;
            Int128 moment = plan.Spacing switch
            {
                { Every: { } every } => After(start, (Int128)every * (positions[row] - 1)),
                { End: { } end } => Between(start, ends?[row] ?? end.Units, ordered.Word(first, siblings[row], positions[row] - 1)),
                _ => After(start, gaps.At(first, 0, rows.Indices[row])),
            };
            if (moment < start || !TrySet(cells, row, start + ((moment - start) / plan.Step * plan.Step)))
                cells.States[row] = CellState.Error;
        }

        frame.Scratch.Return(starts);
        frame.Scratch.Return(ends);
    }

    private bool TrySet(Int64Column cells, int row, Int128 moment)
    {
        if (moment < long.MinValue || moment > long.MaxValue || !Calendar.IsMoment((long)moment))
            return false;
        cells[row] = type.Kind == ColumnKind.Date ? Calendar.DayOf((long)moment) : (long)moment;
        return true;
    }

    private long Gap(long row) =>
        (long)Math.Min(Math.Round(gap!.Sample(stream.Uniform(row, 0, 0)) * CellText.MicrosPerSecond, MidpointRounding.AwayFromZero), LongestGap);

    private Int128 After(long start, Int128 passed) => plan.Profile is not { } profile
        ? start + passed
        : Int128.Max(profile.Moment(profile.Passed(start) + (passed * WeekProfile.Unit)), start);

    // An end before the start gives a moment before the start, which is none.
    private Int128 Between(long start, long end, ulong word)
    {
        if (end < start)
            return (Int128)start - 1;
        if (plan.Profile is not { } profile)
            return start + Part((Int128)end - start, word);
        Int128 passed = profile.Passed(start);
        return Int128.Clamp(profile.Moment(passed + Part(profile.Passed(end) - passed, word)), start, end);
    }

    // 48 bits of the word, since a stretch may have 79.
    private static Int128 Part(Int128 whole, ulong word) => (whole * (word >> 16)) >> 48;

    private static Int64Column? Evaluate(RangeEnd end, Frame frame)
    {
        if (end.Expression is null)
            return null;
        Int64Column moments = frame.Scratch.TakeInt64(frame.Count);
        end.Expression.EvaluateInto(frame, moments, Timestamp);
        return moments;
    }
}
