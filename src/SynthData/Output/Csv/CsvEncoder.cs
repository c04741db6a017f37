using System.Buffers;
using CsvHelper;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Output.Csv;

/// <summary>Encodes rows as RFC 4180: UTF-8 without mark, line feeds, null as an empty field, empty text as two quotes.</summary>
internal sealed class CsvEncoder(TableLayout table, CsvFormula formula) : IRowEncoder
{
    private const int BytesPerCell = 16;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", HasHeader = false, BufferSize = 1 << 15 };

    public byte[] Header
    {
        get
        {
            using ByteChunk chunk = new(1024);
            using (CsvWriter writer = CsvWriter.Create(chunk, Options, leaveOpen: true))
            {
                writer.WriteRecord([.. table.Columns.Select(column => column.Name)]);
            }

            return chunk.Written.ToArray();
        }
    }

    public ByteChunk Encode(RowBatch batch)
    {
        ByteChunk chunk = new(Math.Max(1, batch.RowCount) * batch.Columns.Length * BytesPerCell);
        using CsvWriter writer = CsvWriter.Create(chunk, Options, leaveOpen: true);
        for (int row = 0; row < batch.RowCount; row++)
        {
            // CsvHelper writes a lone empty field as "", which here is the empty text; null is an empty line.
            if (batch.Columns.Length == 1 && batch.IsNull(row, 0))
            {
                writer.Flush();
                chunk.WriteByte((byte)'\n');
                continue;
            }

            for (int column = 0; column < batch.Columns.Length; column++)
                WriteCell(writer, batch, row, column);
            writer.EndRecord();
        }

        writer.Flush();
        return chunk;
    }

    private void WriteCell(CsvWriter writer, RowBatch batch, int row, int column)
    {
        Column cells = batch.Cells(column);
        if (cells.IsNull(row))
        {
            writer.WriteField((string?)null);
        }
        else if (cells is TextColumn text)
        {
            WriteText(writer, batch, row, column, text[row]);
        }
        else
        {
            Span<byte> bytes = stackalloc byte[CellBytes.MaxLength];
            writer.WriteField(bytes[..CellBytes.Format(cells, row, batch.Columns[column].Type, bytes)]);
        }
    }

    private void WriteText(CsvWriter writer, RowBatch batch, int row, int column, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            writer.WriteField(text, CsvQuoting.Always);
            return;
        }

        if (formula == CsvFormula.Keep || !FormulaText.IsFormula(text))
        {
            writer.WriteField(text);
            return;
        }

        if (formula == CsvFormula.Reject)
        {
            string start = text[0] switch
            {
                '\t' => "a tab",
                '\r' => "a carriage return",
                _ => $"'{text[0]}'",
            };
            throw new GenerationException(OutputDiagnostics.FormulaCell.At(
                null, batch.Table, batch.Columns[column].Name, batch.FirstRowIndex + row + 1, start));
        }

        char[] escaped = ArrayPool<char>.Shared.Rent(text.Length + 1);
        escaped[0] = '\'';
        text.CopyTo(escaped.AsSpan(1));
        writer.WriteField(escaped.AsSpan(0, text.Length + 1));
        ArrayPool<char>.Shared.Return(escaped);
    }
}
