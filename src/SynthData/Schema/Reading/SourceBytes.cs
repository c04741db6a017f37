using System.Text;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Turns the bytes of a file into text, or says why not.</summary>
internal static class SourceBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of at most so many bytes; a longer one is refused before it is read whole.</summary>
    public static byte[]? ReadFile(string path, SchemaReading reading, int maxBytes = SchemaLimits.MaxBytes)
    {
        var start = new SourcePosition(reading.File, 1, 1);
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            byte[] bytes = new byte[maxBytes + 1];
            int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count <= maxBytes)
                return bytes[..count];
            reading.Report(SchemaDiagnostics.TooLarge, start, maxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            reading.Report(SchemaDiagnostics.NotFound, start, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reading.Report(SchemaDiagnostics.Unreadable, start, path, e.Message);
        }

        return null;
    }

    public static SourceText? Decode(byte[] bytes, SchemaReading reading, int maxBytes = SchemaLimits.MaxBytes)
    {
        var start = new SourcePosition(reading.File, 1, 1);
        if (bytes.Length > maxBytes)
        {
            reading.Report(SchemaDiagnostics.TooLarge, start, maxBytes);
            return null;
        }

        int mark = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        string text;
        try
        {
            text = Strict.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException e)
        {
            // Whatever stands before the first bad byte tells its line and column.
            int good = Math.Max(mark, Math.Min(bytes.Length, e.Index + mark));
            var before = new SourceText(reading.File, Encoding.UTF8.GetString(bytes, mark, good - mark));
            reading.Report(SchemaDiagnostics.NotUtf8, before.At(before.Text.Length), bytes[Math.Min(good, bytes.Length - 1)]);
            return null;
        }

        var source = new SourceText(reading.File, text);
        int control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (control < 0)
            return source;
        reading.Report(SchemaDiagnostics.ControlCharacter, source.At(control), (int)text[control]);
        return null;
    }
}
