using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Json;

/// <summary>Encodes rows as one JSON object a line: null written, decimals as numbers with all places of their scale.</summary>
/// <remarks>
/// Dates, times and UUIDs are strings as <see cref="CellText"/> spells them. A json column is a string too: embedded, its text
/// could not be given back as it was (blanks, order, numbers), and the three formats would hold different cells. The double -0
/// is written -0.0, for some readers take -0 for an integer and lose the sign.
/// </remarks>
internal sealed class JsonEncoder(ImmutableArray<BatchColumn> columns) : IRowEncoder
{
    private const int BytesPerCell = 24;

    // Escapes what JSON demands and no more; the files are data, never pasted into HTML.
    private static readonly JavaScriptEncoder Escaping = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonWriterOptions Options = new() { Encoder = Escaping, SkipValidation = true };

    private readonly JsonEncodedText[] names = [.. columns.Select(column => JsonEncodedText.Encode(column.Name, Escaping))];

    public byte[] Header => [];

    public ByteChunk Encode(RowBatch batch)
    {
        ByteChunk chunk = new(Math.Max(1, batch.RowCount) * batch.Columns.Length * BytesPerCell);
        using Utf8JsonWriter writer = new((IBufferWriter<byte>)chunk, Options);
        for (int row = 0; row < batch.RowCount; row++)
        {
            writer.WriteStartObject();
            for (int column = 0; column < names.Length; column++)
                WriteCell(writer, names[column], batch.Cells(column), row, batch.Columns[column].Type);
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            chunk.WriteByte((byte)'\n');
        }

        return chunk;
    }

    private static void WriteCell(Utf8JsonWriter writer, JsonEncodedText name, Column cells, int row, ColumnType type)
    {
        if (cells.IsNull(row))
        {
            writer.WriteNull(name);
            return;
        }

        if (cells is TextColumn text)
        {
            writer.WriteString(name, text[row]);
            return;
        }

        Span<byte> buffer = stackalloc byte[CellBytes.MaxLength];
        ReadOnlySpan<byte> bytes = buffer[..CellBytes.Format(cells, row, type, buffer)];
        if (bytes.SequenceEqual("-0"u8))
            bytes = "-0.0"u8;
        if (type.IsNumeric || type.Kind == ColumnKind.Bool)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(bytes, skipInputValidation: true);
        }
        else
        {
            writer.WriteString(name, bytes);
        }
    }
}
