using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Output.Csv;

/// <summary>A whole CSV file as text: what <c>rows: { file: nations.csv }</c> names.</summary>
/// <param name="Header">The column names.</param>
/// <param name="Rows">The fields by row, as many as the header has; null where a field is empty and not quoted.</param>
internal sealed record CsvRows(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string?>> Rows)
{
    /// <summary>Files named in schemas are small lists; data goes through <see cref="CsvTableReader"/>.</summary>
    private const long MaxBytes = 1 << 26;

    /// <exception cref="GenerationException">SD5030: missing, unreadable, too large, without header, or rows of another length.</exception>
    public static async Task<CsvRows> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = Open(path);
        await using CsvSource source = new(stream, path);
        if (!await source.ReadAsync(cancellationToken))
            throw Unreadable(path, "it is empty; a header was expected.");

        ImmutableArray<string> header = [.. Enumerable.Range(0, source.FieldCount).Select(field => source.Text(field).ToString())];
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        while (await source.ReadAsync(cancellationToken))
        {
            if (source.FieldCount != header.Length)
                throw Unreadable(path, $"row {rows.Count + 1} has {source.FieldCount} fields and the header {header.Length}.");
            rows.Add([.. Enumerable.Range(0, header.Length).Select(field => source.IsNull(field) ? null : source.Text(field).ToString())]);
        }

        return new CsvRows(header, rows.ToImmutable());
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
