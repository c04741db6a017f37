using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using SynthData.Diagnostics;

namespace SynthData.Output.Csv;

/// <summary>A whole CSV file as text: what <c>rows: { file: nations.csv }</c> and files of values name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Header">The column names, with their places.</param>
/// <param name="Rows">The fields by row, as many as the header has.</param>
internal sealed record CsvRows(string Path, ImmutableArray<CsvField> Header, ImmutableArray<ImmutableArray<CsvField>> Rows)
{
    /// <summary>Files named in schemas are lists; data goes through <see cref="CsvTableReader"/>.</summary>
    private const long MaxBytes = 1 << 26;

    private const int MaxFaults = 20;

    /// <summary>Reads a file; what is wrong with its lines is told at their places.</summary>
    /// <returns>The rows; null where something was told.</returns>
    /// <exception cref="GenerationException">SD5030: missing, unreadable, too large, or quotes that do not end.</exception>
    public static async Task<CsvRows?> ReadAsync(string path, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        await using FileStream stream = Open(path);
        await using CsvSource source = new(stream, path, tracksLines: true);
        var faults = new DiagnosticBag();
        ImmutableArray<CsvField> header = [];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CsvField>>();
        for (bool isHeader = true; faults.Count <= MaxFaults && await source.ReadAsync(cancellationToken); isHeader = false)
        {
            if (BadByte(source) is { } bad)
                faults.Add(ListDiagnostics.FileNotUtf8, new SourcePosition(path, (int)source.LineNumber, bad.Column), bad.Byte);
            else if (isHeader)
                header = Fields(source);
            else if (!header.IsEmpty && source.FieldCount != header.Length)
                faults.Add(ListDiagnostics.FileRagged, new SourcePosition(path, (int)source.LineNumber, 1), source.FieldCount, header.Length);
            else
                rows.Add(Fields(source));
        }

        var start = new SourcePosition(path, 1, 1);
        if (faults.Count == 0 && (header.IsEmpty || rows.Count == 0))
            faults.Add(ListDiagnostics.FileEmpty, start, header.IsEmpty ? "no line at all" : "a header and nothing else");
        if (faults.Count > MaxFaults)
            faults.Add(SchemaDiagnostics.TooManyErrors, start, MaxFaults);
        bag.AddRange(faults);
        return faults.Count > 0 ? null : new CsvRows(path, header, rows.ToImmutable());
    }

    public SourcePosition At(CsvField field) => new(Path, field.Line, field.Column);

    // A quoted field may hold line breaks, behind which the next stands on a later line.
    private static ImmutableArray<CsvField> Fields(CsvSource source)
    {
        int line = (int)source.LineNumber;
        int column = 1;
        var fields = ImmutableArray.CreateBuilder<CsvField>(source.FieldCount);
        for (int field = 0; field < source.FieldCount; field++)
        {
            fields.Add(new CsvField(source.IsNull(field) ? null : source.Text(field).ToString(), line, column));
            ReadOnlySpan<byte> raw = source.Raw(field);
            int lastBreak = raw.LastIndexOf((byte)'\n');
            line += lastBreak < 0 ? 0 : raw.Count((byte)'\n');
            column = (lastBreak < 0 ? column : 1) + Encoding.UTF8.GetCharCount(raw[(lastBreak + 1)..]) + 1;
        }

        return fields.MoveToImmutable();
    }

    private static (byte Byte, int Column)? BadByte(CsvSource source)
    {
        ReadOnlySpan<byte> record = source.RawRecord;
        if (Utf8.IsValid(record))
            return null;
        int column = 1;
        int place = 0;
        while (Rune.DecodeFromUtf8(record[place..], out Rune rune, out int length) == OperationStatus.Done)
        {
            place += length;
            column += rune.Utf16SequenceLength;
        }

        return (record[place], column);
    }

    private static FileStream Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure.Message, failure);
        }

        if (stream.Length <= MaxBytes)
            return stream;
        stream.Dispose();
        throw Unreadable(path, $"it is larger than {MaxBytes >> 20} MiB.");
    }

    private static GenerationException Unreadable(string path, string why, Exception? inner = null) =>
        new(OutputDiagnostics.DataUnreadable.At(null, path, "CSV", why), inner);
}

/// <summary>A field of a CSV file and the place of its first character.</summary>
/// <param name="Text">Null where the field is empty and not quoted.</param>
internal readonly record struct CsvField(string? Text, int Line, int Column);
