using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute that is a real number.</summary>
internal sealed class RealColumn(GiveDouble give) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        Span<double> cells = ((DoubleColumn)target).Cells;
        for (int index = 0; index < rows.Count; index++)
            cells[index] = give(rows, index);
    }
}

/// <summary>Gives the real number of a row.</summary>
internal delegate double GiveDouble(in EntityRows rows, int index);
