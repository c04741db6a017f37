using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Lets through only what parses of the texts that another filler makes for a JSON column; the rest are errors, which redraw the row.</summary>
internal sealed class JsonFiller(ICellFiller texts) : ICellFiller
{
    private static readonly ColumnType Json = new(ColumnKind.Json);

    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        texts.Fill(rows, frame, target);
        var written = (TextColumn)target;
        var parsed = new TextColumn();
        parsed.Reset(1);
        for (int row = 0; row < rows.Count; row++)
        {
            if (!target.IsNull(row) && !CellText.TryParse(written[row], Json, parsed, 0))
                target.States[row] = CellState.Error;
        }
    }
}
