using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>A journal record as a line of JSON whose last member is a checksum (CRC-32C) of everything before it.</summary>
internal static class JournalLine
{
    public const int Version = 1;
    private const int CrcLength = 19;    // ,"crc":"01234567"}
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What every line begins with.</summary>
    public static ReadOnlySpan<byte> Head => "{\"v\":"u8;

    /// <summary>Prints a record with its line break.</summary>
    public static byte[] Write(JournalRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteNumber("n", record.Number);
            WriteBody(json, record);
            json.WriteEndObject();
        }

        ReadOnlySpan<byte> open = buffer.WrittenSpan[..^1];
        byte[] tail = Encoding.ASCII.GetBytes($",\"crc\":\"{Checksum(open)}\"}}\n");
        return [.. open, .. tail];
    }

    /// <summary>Reads a line without its break.</summary>
    /// <exception cref="FormatException">The line is damaged; the message says how.</exception>
    /// <exception cref="NotSupportedException">The line is whole and of a newer version, which the message is.</exception>
    public static JournalRecord Read(ReadOnlySpan<byte> line)
    {
        if (line.Length < CrcLength || !line[^(CrcLength - 1)..].StartsWith(",\"crc\":\""u8))
            throw new FormatException("it does not end with a checksum.");
        ReadOnlySpan<byte> open = line[..^(CrcLength - 1)];
        if (!line[^10..^2].SequenceEqual(Encoding.ASCII.GetBytes(Checksum(open))))
            throw new FormatException("its checksum does not fit.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.ToArray());
            JsonElement root = document.RootElement;
            int version = root.GetProperty("v").GetInt32();
            return version <= Version ? ReadBody(root) : throw new NotSupportedException(version.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is not a record: " + exception.Message, exception);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, JournalRecord record)
    {
        switch (record)
        {
            case AskRecord ask:
                WriteHead(json, "ask", ask.Key);
                json.WriteString("model", ask.Model);
                json.WriteString("table", ask.Table);
                json.WriteStartArray("cells");
                foreach (AskedCell cell in ask.Cells)
                {
                    json.WriteStartObject();
                    json.WriteNumber("id", cell.RowIndex);
                    json.WriteString("column", cell.Column);
                    json.WriteNumber("ask", cell.AskNumber);
                    json.WriteString("key", cell.Key);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                WriteText(json, ask.Text);
                break;
            case ReplyRecord { Reply: { } reply } answered:
                WriteHead(json, "reply", answered.Key);
                json.WriteString("end", EndWord(reply.End));
                json.WriteString("finish", reply.Finish);
                json.WriteNumber("in", reply.TokensIn);
                json.WriteNumber("out", reply.TokensOut);
                if (reply.TokensCached > 0)
                    json.WriteNumber("cached", reply.TokensCached);
                WriteText(json, reply.Text);
                break;
            case CapabilityRecord capability:
                WriteHead(json, "capability", capability.Key);
                json.WriteString("model", capability.Model);
                json.WriteString("end", "refused");
                break;
        }
    }

    private static void WriteHead(Utf8JsonWriter json, string kind, string key)
    {
        json.WriteString("kind", kind);
        json.WriteString("key", key);
    }

    // A text with half a surrogate pair has no UTF-8; its UTF-16 units are kept as they are.
    private static void WriteText(Utf8JsonWriter json, string text)
    {
        if (IsUnicode(text))
            json.WriteString("text", text);
        else
            json.WriteBase64String("base64", MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static bool IsUnicode(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return false;
            index++;
        }

        return true;
    }

    private static JournalRecord ReadBody(JsonElement root)
    {
        long number = root.GetProperty("n").GetInt64();
        string key = root.GetProperty("key").GetString()!;
        switch (root.GetProperty("kind").GetString())
        {
            case "ask":
                ImmutableArray<AskedCell> cells =
                [
                    .. root.GetProperty("cells").EnumerateArray().Select(cell => new AskedCell(
                        cell.GetProperty("id").GetInt64(), cell.GetProperty("column").GetString()!,
                        cell.GetProperty("ask").GetInt32(), cell.GetProperty("key").GetString()!)),
                ];
                return new AskRecord(number, key, root.GetProperty("model").GetString()!, root.GetProperty("table").GetString()!, cells, ReadText(root));
            case "reply":
                var reply = new Reply(
                    ReadText(root), ToEnd(root.GetProperty("end").GetString()), root.GetProperty("finish").GetString(),
                    root.GetProperty("in").GetInt64(), root.GetProperty("out").GetInt64());
                return new ReplyRecord(number, key, reply with { Number = number, TokensCached = root.TryGetProperty("cached", out JsonElement cached) ? cached.GetInt64() : 0 });
            case "capability":
                return new CapabilityRecord(number, key, root.GetProperty("model").GetString()!);
            case var kind:
                throw new FormatException($"its kind '{kind}' is not known.");
        }
    }

    private static string ReadText(JsonElement root) => root.TryGetProperty("base64", out JsonElement base64)
        ? new string(MemoryMarshal.Cast<byte, char>(base64.GetBytesFromBase64()))
        : root.GetProperty("text").GetString()!;

    private static string EndWord(ReplyEnd end) => end switch
    {
        ReplyEnd.Whole => "whole",
        ReplyEnd.Cut => "cut",
        _ => "broken",
    };

    private static ReplyEnd ToEnd(string? word) => word switch
    {
        "whole" => ReplyEnd.Whole,
        "cut" => ReplyEnd.Cut,
        "broken" => ReplyEnd.Broken,
        _ => throw new FormatException($"its end '{word}' is not known."),
    };

    private static string Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return (~crc).ToString("x8", CultureInfo.InvariantCulture);
    }
}
