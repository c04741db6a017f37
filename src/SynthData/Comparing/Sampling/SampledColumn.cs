using SynthData.Schema;

namespace SynthData.Comparing.Sampling;

/// <summary>A column of a sample.</summary>
/// <param name="Cells">Numbers where the class is measured on a line, else texts.</param>
internal sealed record SampledColumn(string Name, CellClass Class, SampledCells Cells)
{
    public static SampledColumn For(string name, ColumnType type, CellClass cells) =>
        new(name, cells, cells.IsMeasured() ? new SampledNumbers(type) : new SampledTexts(type));

    public SampledTexts Texts => (SampledTexts)Cells;

    public SampledNumbers Numbers => (SampledNumbers)Cells;
}
