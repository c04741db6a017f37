using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute that is a whole number.</summary>
internal sealed class WholeColumn(GiveInt64 give) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        Span<long> cells = ((Int64Column)target).Cells;
        for (int index = 0; index < rows.Count; index++)
            cells[index] = give(rows, index);
    }
}

/// <summary>Gives the whole number of a row.</summary>
internal delegate long GiveInt64(in EntityRows rows, int index);
