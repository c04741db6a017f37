using System.Buffers.Binary;
using System.Text;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>Encodes rows as what is bound to a statement: cell by cell a kind and its bytes.</summary>
/// <remarks>
/// Whole numbers and booleans are integers, doubles are doubles, all else is text as <see cref="CellText"/> spells it, but
/// timestamps with a blank, as SQLite's own functions write them. Decimals are texts that a numeric column makes numbers of.
/// </remarks>
internal sealed class SqliteRows(TableLayout table)
{
    public const byte Null = 0;
    public const byte Whole = 1;
    public const byte Real = 2;
    public const byte Text = 3;

    private const int BytesPerCell = 16;
    private const int TimeMark = 10;

    // Digits that a double keeps.
    private const long MostOfDouble = 999_999_999_999_999;

    public ByteChunk Encode(RowBatch batch)
    {
        var chunk = new ByteChunk(Math.Max(1, batch.RowCount) * batch.Columns.Length * BytesPerCell);
        for (int row = 0; row < batch.RowCount; row++)
        {
            for (int column = 0; column < batch.Columns.Length; column++)
                Write(chunk, batch.Cells(column), row, batch.Columns[column]);
        }

        return chunk;
    }

    private void Write(ByteChunk chunk, Column cells, int row, BatchColumn column)
    {
        if (cells.IsNull(row))
            chunk.WriteByte(Null);
        else if (cells is TextColumn text)
            WriteText(chunk, text[row]);
        else if (cells is DoubleColumn reals)
            WriteNumber(chunk, Real, BitConverter.DoubleToInt64Bits(reals[row]));
        else if (column.Type.IsWhole || column.Type.Kind == ColumnKind.Bool)
            WriteNumber(chunk, Whole, ((Int64Column)cells)[row]);
        else
            WriteSpelled(chunk, cells, row, column);
    }

    private static void WriteNumber(ByteChunk chunk, byte kind, long bits)
    {
        chunk.WriteByte(kind);
        BinaryPrimitives.WriteInt64LittleEndian(chunk.GetSpan(sizeof(long)), bits);
        chunk.Advance(sizeof(long));
    }

    private static void WriteText(ByteChunk chunk, ReadOnlySpan<char> text)
    {
        chunk.WriteByte(Text);
        Span<byte> room = chunk.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        chunk.Advance(sizeof(int) + length);
    }

    private void WriteSpelled(ByteChunk chunk, Column cells, int row, BatchColumn column)
    {
        if (column.Type.Kind == ColumnKind.Decimal && Math.Abs(((Int64Column)cells)[row]) > MostOfDouble)
            throw new GenerationException(DatabaseDiagnostics.TooManyDigits.At(null, table.Name, column.Name, CellText.Format(cells, row, column.Type)));
        chunk.WriteByte(Text);
        Span<byte> room = chunk.GetSpan(sizeof(int) + CellBytes.MaxLength);
        int length = CellBytes.Format(cells, row, column.Type, room[sizeof(int)..]);
        if (column.Type.Kind == ColumnKind.Timestamp)
            room[sizeof(int) + TimeMark] = (byte)' ';
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        chunk.Advance(sizeof(int) + length);
    }
}
