using CsvHelper;
using SynthData.Diagnostics;

namespace SynthData.Output.Csv;

/// <summary>Reads the records of a CSV file and tells null from empty text: null is a field without a single byte, <c>""</c> is empty text.</summary>
internal sealed class CsvSource : IAsyncDisposable
{
    // A record longer than this is an unclosed quote.
    private const int MaxRecordBytes = 1 << 24;

    // Empty lines are records: in a table of one column they are null, elsewhere a mistake to be told.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        TrimWhitespace = false,
        DetectSeparatorHint = false,
        MaxRecordSize = MaxRecordBytes,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly CsvReader reader;
    private readonly string path;
    private char[] characters = new char[256];

    /// <param name="tracksLines">Whether <see cref="LineNumber"/> is asked for, which costs a look at every record.</param>
    public CsvSource(Stream stream, string path, bool tracksLines = false)
    {
        this.path = path;
        reader = CsvReader.Create(stream, tracksLines ? Options with { TrackLineNumbers = true } : Options, leaveOpen: true);
    }

    public int FieldCount => reader.FieldCount;

    /// <summary>The line on which the record begins, from 1.</summary>
    public long LineNumber => reader.LineNumber;

    /// <summary>The bytes of the record as they stand in the file; valid until the next call.</summary>
    public ReadOnlySpan<byte> RawRecord => reader.RawRecord;

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is CsvFormatException or InvalidDataException or IOException)
        {
            throw new GenerationException(OutputDiagnostics.DataUnreadable.At(null, path, "CSV", failure.Message), failure);
        }
    }

    public bool IsNull(int field) => field >= reader.FieldCount || reader.GetRawSpan(field).IsEmpty;

    /// <summary>The bytes of a field as they stand in the file, quotes included; valid until the next call.</summary>
    public ReadOnlySpan<byte> Raw(int field) => reader.GetRawSpan(field);

    /// <summary>The characters of a field, without quotes; valid until the next call.</summary>
    public ReadOnlySpan<char> Text(int field)
    {
        int bytes = reader.GetSpan(field).Length;
        if (characters.Length < bytes)
            characters = new char[bytes * 2];
        return characters.AsSpan(0, reader.GetChars(field, characters));
    }

    public string Record() => System.Text.Encoding.UTF8.GetString(reader.RawRecord);

    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
