using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute whose texts are as many as a number of places, one to one: a serial number, an address, a code.</summary>
/// <param name="stream">The entity's stream.</param>
/// <param name="word">The word that draws the place.</param>
/// <param name="capacity">How many different texts there are, whatever else the row decides.</param>
/// <param name="write">Writes the text of a place; different places give different texts.</param>
/// <remarks>Drawn: one word, scaled to the capacity. A unique column takes the place of the row's tag instead.</remarks>
internal sealed class NumberColumn(StreamKey stream, uint word, long capacity, WriteNumber write) : EntityColumn
{
    private readonly TagSpread spread = new(capacity);

    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        using var words = new Rented<ulong>(rows.Count);
        if (!rows.IsTagged)
            rows.Words(stream, word, words.Span);
        for (int index = 0; index < rows.Count; index++)
        {
            long place = rows.IsTagged ? spread.Place(rows.Tag(index)) : (long)Math.BigMul(words.Span[index], (ulong)capacity, out _);
            var writer = new CellWriter(column.Room(ComposedColumn.MaxLength));
            write(rows, index, place, ref writer);
            column.Commit(index, writer.Length);
        }
    }
}

/// <summary>Writes the text of a place into a row.</summary>
internal delegate void WriteNumber(in EntityRows rows, int index, long place, ref CellWriter writer);
