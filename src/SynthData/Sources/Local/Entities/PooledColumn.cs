using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute whose texts come from one list.</summary>
internal sealed class PooledColumn(TextPool pool, PickCode pick) : EntityColumn
{
    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        column.UsePool(pool);
        Span<int> codes = column.Codes;
        for (int index = 0; index < rows.Count; index++)
            codes[index] = pick(rows, index);
    }
}

/// <summary>Picks the text of a row from a pool.</summary>
internal delegate int PickCode(in EntityRows rows, int index);
