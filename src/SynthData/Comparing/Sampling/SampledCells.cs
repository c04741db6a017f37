using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Comparing.Sampling;

/// <summary>The cells of one column in the rows of a sample, by slot.</summary>
internal abstract class SampledCells
{
    public abstract bool IsNull(int slot);

    /// <summary>Puts a cell in a slot, in place of what was there; slots are filled in order first.</summary>
    public abstract void Put(Column cells, int row, int slot);

    /// <summary>Makes slot n hold what is in slot <c>slots[n]</c> now.</summary>
    public abstract void Arrange(int[] slots);

    protected static void Put<T>(List<T> values, T value, int slot)
    {
        if (slot == values.Count)
            values.Add(value);
        else
            values[slot] = value;
    }

    protected static void Arrange<T>(List<T> values, int[] slots)
    {
        T[] arranged = [.. slots.Select(slot => values[slot])];
        values.Clear();
        values.AddRange(arranged);
    }
}

/// <summary>Cells by their spelling.</summary>
internal sealed class SampledTexts(ColumnType type) : SampledCells
{
    private readonly List<string?> texts = [];

    public string? this[int slot] => texts[slot];

    public override bool IsNull(int slot) => texts[slot] is null;

    public override void Put(Column cells, int row, int slot) => Put(texts, cells.IsNull(row) ? null : CellText.Format(cells, row, type), slot);

    public override void Arrange(int[] slots) => Arrange(texts, slots);
}

/// <summary>Cells as places on a line: numbers, and moments in days.</summary>
internal sealed class SampledNumbers(ColumnType type) : SampledCells
{
    private readonly List<double> numbers = [];

    /// <summary>Not a number where the cell is null.</summary>
    public double this[int slot] => numbers[slot];

    public override bool IsNull(int slot) => double.IsNaN(numbers[slot]);

    public override void Put(Column cells, int row, int slot) => Put(numbers, cells.IsNull(row) ? double.NaN : NumberOf(cells, row), slot);

    public override void Arrange(int[] slots) => Arrange(numbers, slots);

    private double NumberOf(Column cells, int row) => type.Kind switch
    {
        ColumnKind.Double => ((DoubleColumn)cells)[row],
        ColumnKind.Decimal => ((Int64Column)cells)[row] / (double)CellText.PowerOfTen(type.Scale),
        ColumnKind.Time or ColumnKind.Timestamp => ((Int64Column)cells)[row] / (double)CellText.MicrosPerDay,
        _ => ((Int64Column)cells)[row],
    };
}
