using System.Text;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Rules.Sql;
using SynthData.Schema;

namespace SynthData.Output.Sql;

/// <summary>Encodes rows as the values of <c>INSERT</c> statements, which begin at fixed rows, so that bytes do not depend on batches.</summary>
/// <remarks>
/// Numbers and truth values stand bare, all else in quotes, for the column's type reads it: PostgreSQL, SQLite and DuckDB share no
/// other spelling of a date. A double has an exponent, without which DuckDB takes it for a decimal and rounds twice; the sign of a
/// negative zero is lost. A backslash is a character like any other, which PostgreSQL says since version 9.1.
/// </remarks>
/// <param name="rowsOfStatement">How many rows a statement inserts.</param>
internal sealed class SqlRows(TableLayout table, int rowsOfStatement)
{
    private const int BytesPerCell = 16;
    private const int TimeMark = 10;

    /// <summary>What begins a statement.</summary>
    public byte[] Head { get; } = Encoding.UTF8.GetBytes(
        $"\nINSERT INTO {SqlSpelling.Name(table.Name)} ({string.Join(", ", table.Columns.Select(column => SqlSpelling.Name(column.Name)))}) VALUES\n");

    /// <summary>What stands between two rows of a statement.</summary>
    public static ReadOnlySpan<byte> Comma => ",\n"u8;

    /// <summary>What ends a statement.</summary>
    public static ReadOnlySpan<byte> End => ";\n"u8;

    /// <summary>Whether a statement begins at a row.</summary>
    public bool Begins(long rowIndex) => rowIndex % rowsOfStatement == 0;

    /// <exception cref="GenerationException">SD5041.</exception>
    public ByteChunk Encode(RowBatch batch)
    {
        ByteChunk chunk = new(Math.Max(1, batch.RowCount) * batch.Columns.Length * BytesPerCell);
        for (int row = 0; row < batch.RowCount; row++)
        {
            long index = batch.FirstRowIndex + row;
            chunk.Write(Begins(index) ? Head : Comma);
            for (int column = 0; column < batch.Columns.Length; column++)
            {
                chunk.Write(column == 0 ? "("u8 : ", "u8);
                WriteCell(chunk, batch, column, row);
            }

            chunk.WriteByte((byte)')');
            if (Begins(index + 1))
                chunk.Write(End);
        }

        return chunk;
    }

    private static void WriteCell(ByteChunk chunk, RowBatch batch, int column, int row)
    {
        Column cells = batch.Cells(column);
        ColumnType type = batch.Columns[column].Type;
        if (cells.IsNull(row))
            chunk.Write("NULL"u8);
        else if (cells is TextColumn texts)
            WriteText(chunk, texts[row], batch, column, row);
        else if (type.IsNumeric || type.Kind == ColumnKind.Bool)
            WriteNumber(chunk, cells, row, type);
        else
            WriteQuoted(chunk, cells, row, type);
    }

    private static void WriteNumber(ByteChunk chunk, Column cells, int row, ColumnType type)
    {
        int length = CellBytes.Format(cells, row, type, chunk.GetSpan(CellBytes.MaxLength));
        bool isPlainDouble = type.Kind == ColumnKind.Double && !chunk.GetSpan(length)[..length].Contains((byte)'E');
        chunk.Advance(length);
        if (isPlainDouble)
            chunk.Write("e0"u8);
    }

    private static void WriteQuoted(ByteChunk chunk, Column cells, int row, ColumnType type)
    {
        Span<byte> room = chunk.GetSpan(CellBytes.MaxLength + 2);
        int length = CellBytes.Format(cells, row, type, room[1..]);
        if (type.Kind == ColumnKind.Timestamp)
            room[1 + TimeMark] = (byte)' ';
        room[0] = (byte)'\'';
        room[length + 1] = (byte)'\'';
        chunk.Advance(length + 2);
    }

    private static void WriteText(ByteChunk chunk, ReadOnlySpan<char> text, RowBatch batch, int column, int row)
    {
        chunk.WriteByte((byte)'\'');
        for (int special; (special = text.IndexOfAny('\'', '\0')) >= 0; text = text[(special + 1)..])
        {
            if (text[special] == '\0')
                throw new GenerationException(OutputDiagnostics.NulInScript.At(null, batch.Table, batch.Columns[column].Name, batch.FirstRowIndex + row + 1));
            WritePlain(chunk, text[..special]);
            chunk.Write("''"u8);
        }

        WritePlain(chunk, text);
        chunk.WriteByte((byte)'\'');
    }

    private static void WritePlain(ByteChunk chunk, ReadOnlySpan<char> text)
    {
        Span<byte> room = chunk.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        chunk.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
