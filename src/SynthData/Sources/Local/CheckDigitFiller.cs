using SynthData.Batches;
using SynthData.Numerics.CheckDigits;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Overwrites the places of a check digit in the texts that another filler makes; a text that has no such places is an error.</summary>
internal sealed class CheckDigitFiller(ICellFiller texts, CheckDigitKind kind) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        texts.Fill(rows, frame, target);
        Write(kind, (TextColumn)target);
    }

    /// <summary>Overwrites the places in every cell of a column without a pool.</summary>
    public static void Write(CheckDigitKind kind, TextColumn texts)
    {
        for (int row = 0; row < texts.Count; row++)
        {
            if (!texts.IsNull(row) && !CheckedText.TryWrite(kind, texts.Own(row)))
                texts.States[row] = CellState.Error;
        }
    }
}
