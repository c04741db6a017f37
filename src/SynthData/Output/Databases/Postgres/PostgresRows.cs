using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Output.Databases.Postgres;

/// <summary>Encodes rows as binary COPY wants them: <see href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.55.9.4"/>.</summary>
/// <remarks>A row is the number of its fields and each field its length and bytes, big-endian; -1 is null.</remarks>
/// <param name="typeNames">The types of the layout's columns in the database, in its order.</param>
internal sealed class PostgresRows(TableLayout table, ImmutableArray<string> typeNames)
{
    private const int BytesPerCell = 16;
    private const int LengthBytes = sizeof(int);
    private const int MaxNumericDigits = 10;

    // From 1970-01-01 to 2000-01-01.
    private const int DaysToEpoch = 10_957;
    private const long MicrosToEpoch = DaysToEpoch * CellText.MicrosPerDay;
    private const int NumericBase = 10_000;
    private const short NegativeSign = 0x4000;
    private const byte JsonbVersion = 1;

    private readonly ImmutableArray<PostgresType> columns = [.. typeNames.Select(PostgresTypes.Of)];
    private readonly ImmutableArray<long> micros =
        [.. typeNames.Select(name => PostgresTypes.Of(name) is PostgresType.Time or PostgresType.Timestamp ? PostgresTypes.MicrosOf(name) : 1)];

    /// <summary>What stands before the first row: the signature, no flags, no extension.</summary>
    public static ReadOnlySpan<byte> Header => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public ByteChunk Encode(RowBatch batch)
    {
        var chunk = new ByteChunk(Math.Max(1, batch.RowCount) * batch.Columns.Length * BytesPerCell);
        for (int row = 0; row < batch.RowCount; row++)
        {
            WriteInt16(chunk, (short)columns.Length);
            for (int column = 0; column < columns.Length; column++)
            {
                Column cells = batch.Cells(column);
                if (cells.IsNull(row))
                    WriteInt32(chunk, -1);
                else
                    Write(chunk, cells, row, column);
            }
        }

        return chunk;
    }

    private void Write(ByteChunk chunk, Column cells, int row, int column)
    {
        switch (columns[column])
        {
            case PostgresType.Boolean:
                WriteInt32(chunk, 1);
                chunk.WriteByte((byte)((Int64Column)cells)[row]);
                break;
            case PostgresType.Int16:
                WriteInt32(chunk, sizeof(short));
                WriteInt16(chunk, (short)Fitting(cells, row, column, short.MinValue, short.MaxValue));
                break;
            case PostgresType.Int32:
                WriteInt32(chunk, sizeof(int));
                WriteInt32(chunk, (int)Fitting(cells, row, column, int.MinValue, int.MaxValue));
                break;
            case PostgresType.Int64:
                WriteField(chunk, ((Int64Column)cells)[row]);
                break;
            case PostgresType.Time:
                WriteField(chunk, Exact(cells, row, column));
                break;
            case PostgresType.Timestamp:
                WriteField(chunk, Exact(cells, row, column) - MicrosToEpoch);
                break;
            case PostgresType.Date:
                WriteInt32(chunk, sizeof(int));
                WriteInt32(chunk, (int)((Int64Column)cells)[row] - DaysToEpoch);
                break;
            case PostgresType.Double:
                WriteField(chunk, BitConverter.DoubleToInt64Bits(((DoubleColumn)cells)[row]));
                break;
            case PostgresType.Numeric:
                WriteNumeric(chunk, ((Int64Column)cells)[row], table.Columns[column].Type.Scale);
                break;
            case PostgresType.Uuid:
                WriteInt32(chunk, 16);
                BinaryPrimitives.WriteInt128BigEndian(chunk.GetSpan(16), ((Int128Column)cells)[row]);
                chunk.Advance(16);
                break;
            case PostgresType.Text when cells is Int128Column uuids:
                WriteText(chunk, CellText.Format(uuids, row, table.Columns[column].Type), isJsonb: false);
                break;
            default:
                WriteText(chunk, ((TextColumn)cells)[row], columns[column] == PostgresType.JsonBinary);
                break;
        }
    }

    private long Fitting(Column cells, int row, int column, long least, long most)
    {
        long value = ((Int64Column)cells)[row];
        return value >= least && value <= most
            ? value
            : throw new GenerationException(DatabaseDiagnostics.ColumnTooNarrow.At(null, table.Name, table.Columns[column].Name, value, least, most));
    }

    // The server would round it.
    private long Exact(Column cells, int row, int column)
    {
        long value = ((Int64Column)cells)[row];
        BatchColumn asked = table.Columns[column];
        return value % micros[column] == 0
            ? value
            : throw new GenerationException(DatabaseDiagnostics.SecondTooFine.At(null, table.Name, asked.Name, typeNames[column], CellText.Format(cells, row, asked.Type)));
    }

    private static void WriteText(ByteChunk chunk, ReadOnlySpan<char> text, bool isJsonb)
    {
        int before = isJsonb ? 1 : 0;
        Span<byte> room = chunk.GetSpan(LengthBytes + before + Encoding.UTF8.GetMaxByteCount(text.Length));
        if (isJsonb)
            room[LengthBytes] = JsonbVersion;
        int length = before + Encoding.UTF8.GetBytes(text, room[(LengthBytes + before)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        chunk.Advance(LengthBytes + length);
    }

    // Digits of base 10,000 from the greatest on; the weight is the place of the first, counted from the point.
    private static void WriteNumeric(ByteChunk chunk, long value, int scale)
    {
        ulong magnitude = value < 0 ? (ulong)-value : (ulong)value;
        int behind = (scale + 3) / 4;

        // The fraction is filled up to whole digits: 12.5 is 12 and 5000.
        var rest = (UInt128)magnitude * (ulong)CellText.PowerOfTen((behind * 4) - scale);
        int count = 0;
        int dropped = 0;
        Span<short> reversed = stackalloc short[MaxNumericDigits];
        while (rest > 0)
        {
            (rest, UInt128 digit) = UInt128.DivRem(rest, NumericBase);
            if (count == 0 && digit == 0)
                dropped++;
            else
                reversed[count++] = (short)digit;
        }

        WriteInt32(chunk, 8 + (2 * count));
        WriteInt16(chunk, (short)count);
        WriteInt16(chunk, (short)(count == 0 ? 0 : count + dropped - behind - 1));
        WriteInt16(chunk, value < 0 ? NegativeSign : (short)0);
        WriteInt16(chunk, (short)scale);
        for (int place = count - 1; place >= 0; place--)
            WriteInt16(chunk, reversed[place]);
    }

    private static void WriteField(ByteChunk chunk, long value)
    {
        WriteInt32(chunk, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(chunk.GetSpan(sizeof(long)), value);
        chunk.Advance(sizeof(long));
    }

    private static void WriteInt32(ByteChunk chunk, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(chunk.GetSpan(sizeof(int)), value);
        chunk.Advance(sizeof(int));
    }

    private static void WriteInt16(ByteChunk chunk, short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(chunk.GetSpan(sizeof(short)), value);
        chunk.Advance(sizeof(short));
    }
}
