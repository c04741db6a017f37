using System.Runtime.CompilerServices;
using CsvHelper;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Output.Csv;

/// <summary>Encodes rows as RFC 4180: UTF-8 without mark, line feeds, null as an empty field, empty text as two quotes.</summary>
internal sealed class CsvEncoder(TableLayout table, CsvFormula formula) : IRowEncoder
{
    private const int BytesPerCell = 16;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", HasHeader = false, BufferSize = 1 << 15 };

    private readonly ConditionalWeakTable<TextPool, CsvPool> pools = [];

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
        var columns = new CsvCells[batch.Columns.Length];
        for (int column = 0; column < columns.Length; column++)
            columns[column] = Cells(batch, column);
        int room = columns.Sum(column => column.Room + 1);

        ByteChunk chunk = new(Math.Max(room, Math.Max(1, batch.RowCount) * columns.Length * BytesPerCell));
        Span<byte> target = chunk.GetSpan(room);
        int used = 0;
        for (int row = 0; row < batch.RowCount; row++)
        {
            if (target.Length - used < room)
            {
                chunk.Advance(used);
                target = chunk.GetSpan(room);
                used = 0;
            }

            foreach (CsvCells cells in columns)
            {
                used += cells.Write(row, target[used..]);
                target[used++] = (byte)',';
            }

            target[used - 1] = (byte)'\n';
        }

        chunk.Advance(used);
        return chunk;
    }

    private CsvCells Cells(RowBatch batch, int column)
    {
        if (batch.Cells(column) is not TextColumn text)
            return CsvCells.Of(batch.Cells(column), batch.Columns[column].Type);
        if (text.Pool is { } pool)
            return new CsvPooledTexts(text, pools.GetValue(pool, texts => new CsvPool(texts, formula)), Refusal);
        return new CsvTexts(text, formula, Refusal);

        GenerationException Refusal(int row)
        {
            string start = text[row][0] switch
            {
                '\t' => "a tab",
                '\r' => "a carriage return",
                char other => $"'{other}'",
            };
            return new(OutputDiagnostics.FormulaCell.At(null, batch.Table, batch.Columns[column].Name, batch.FirstRowIndex + row + 1, start));
        }
    }
}
