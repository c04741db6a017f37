using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Output.Json;

/// <summary>Reads a file of JSON lines as the rows of a table; a key that a row has not is null.</summary>
internal sealed class JsonTableReader : ITableReader
{
    private const int MaxLineBytes = 1 << 24;
    private readonly string table;
    private readonly ImmutableArray<BatchColumn> columns;
    private readonly string path;
    private readonly PipeReader pipe;
    private readonly byte[][] names;
    private readonly bool[] isSeen;
    private readonly bool[] isSet;
    private readonly List<HeaderProblem> headerProblems = [];

    public JsonTableReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path)
    {
        this.table = table;
        this.columns = columns;
        this.path = path;
        pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        names = [.. columns.Select(column => Encoding.UTF8.GetBytes(column.Name))];
        isSeen = new bool[columns.Length];
        isSet = new bool[columns.Length];
    }

    public IReadOnlyList<HeaderProblem> HeaderProblems => headerProblems;

    public async IAsyncEnumerable<ReadRows> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BatchBuilder rows = new(table, columns);
        while (true)
        {
            ReadResult read = await FillAsync(cancellationToken);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted, out ReadOnlySequence<byte> line))
            {
                ReadLine(rows, line);
                if (rows.IsFull)
                    yield return rows.Take();
            }

            if (rest.Length > MaxLineBytes)
                throw Unreadable($"line {rows.RowNumber} is longer than {MaxLineBytes >> 20} MiB.");
            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
                break;
        }

        for (int column = 0; column < columns.Length; column++)
        {
            if (!isSeen[column])
                headerProblems.Add(new HeaderProblem(HeaderProblemKind.Missing, columns[column].Name));
        }

        if (!rows.IsEmpty)
            yield return rows.Take();
    }

    public ValueTask DisposeAsync() => pipe.CompleteAsync();

    private async ValueTask<ReadResult> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw Unreadable(failure.Message, failure);
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        if (!isLast || rest.IsEmpty)
            return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    private void ReadLine(BatchBuilder rows, ReadOnlySequence<byte> line)
    {
        for (int column = 0; column < columns.Length; column++)
            rows.SetNull(column);
        Array.Clear(isSet);

        Utf8JsonReader reader = new(line);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                RefuseLine(rows, line);
                return;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReadProperty(rows, ref reader);
            if (reader.Read())
                RefuseLine(rows, line);
            else
                rows.EndRow();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            RefuseLine(rows, line);
        }
    }

    private static void RefuseLine(BatchBuilder rows, ReadOnlySequence<byte> line)
    {
        rows.RefuseRow(Encoding.UTF8.GetString(line), "a JSON object");
        rows.EndRow();
    }

    private void ReadProperty(BatchBuilder rows, ref Utf8JsonReader reader)
    {
        int column = ColumnOf(ref reader);
        if (column < 0 || isSet[column])
        {
            string name = reader.GetString()!;
            HeaderProblem problem = new(column < 0 ? HeaderProblemKind.Unknown : HeaderProblemKind.Duplicate, name);
            if (!headerProblems.Contains(problem))
                headerProblems.Add(problem);
            reader.Skip();
            return;
        }

        isSet[column] = true;
        isSeen[column] = true;
        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
            ReadValue(rows, ref reader, column);
    }

    private void ReadValue(BatchBuilder rows, ref Utf8JsonReader reader, int column)
    {
        ColumnType type = columns[column].Type;
        bool isFitting = reader.TokenType switch
        {
            JsonTokenType.Number => type.IsNumeric,
            JsonTokenType.True or JsonTokenType.False => type.Kind == ColumnKind.Bool,
            JsonTokenType.String => !type.IsNumeric && type.Kind != ColumnKind.Bool,
            _ => false,
        };
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            rows.Refuse(column, document.RootElement.GetRawText());
        }
        else if (!isFitting)
        {
            rows.Refuse(column, TextOf(ref reader));
        }
        else
        {
            rows.Parse(column, TextOf(ref reader));
        }
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        return reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);
    }

    private int ColumnOf(ref Utf8JsonReader reader)
    {
        for (int column = 0; column < names.Length; column++)
        {
            if (reader.ValueTextEquals(names[column]))
                return column;
        }

        return -1;
    }

    private GenerationException Unreadable(string why, Exception? inner = null) =>
        new(OutputDiagnostics.DataUnreadable.At(null, path, "JSON lines", why), inner);
}
