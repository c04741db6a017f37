using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SynthData.Sources.Model.Replies;

/// <summary>Finds the whole rows in a reply: an object with an <c>id</c>, wherever it stands.</summary>
/// <remarks>
/// Reads <c>{"rows":[…]}</c>, a bare array or one object a line, with fences or prose around. A torn tail costs its own row;
/// damage in the middle costs what stands up to the next opening bracket that begins something readable.
/// </remarks>
internal static class ReplyReader
{
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static ReplyRows Read(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        ImmutableArray<ReplyRow>.Builder rows = ImmutableArray.CreateBuilder<ReplyRow>();
        int at = 0;
        while (at < bytes.Length)
        {
            int opening = bytes.AsSpan(at).IndexOfAny((byte)'{', (byte)'[');
            if (opening < 0)
                break;
            at += opening;
            var reader = new Utf8JsonReader(bytes.AsSpan(at), isFinalBlock: false, new JsonReaderState(Tolerant));
            try
            {
                reader.Read();
                if (!TakeValue(ref reader, rows))
                    break;      // torn: nothing whole can follow
                at += (int)reader.BytesConsumed;
            }
            catch (JsonException)
            {
                at += Math.Max(1, (int)reader.BytesConsumed);
            }
        }

        return new ReplyRows(rows.DrainToImmutable());
    }

    // The reader stands on an opening bracket; false when the text ends before the closing one.
    private static bool TakeValue(ref Utf8JsonReader reader, ImmutableArray<ReplyRow>.Builder rows)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Utf8JsonReader whole = reader;
            if (IsTornRow(reader))
                return false;
            if (TryReadRow(ref whole, out ReplyRow? row))
            {
                rows.Add(row!);
                reader = whole;
                return true;
            }
        }

        JsonTokenType end = reader.TokenType == JsonTokenType.StartObject ? JsonTokenType.EndObject : JsonTokenType.EndArray;
        while (reader.Read())
        {
            if (reader.TokenType == end)
                return true;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !TakeValue(ref reader, rows))
                return false;
        }

        return false;
    }

    // A row that lacks its end must not be searched for rows inside it: a cell may hold JSON with ids of its own.
    private static bool IsTornRow(Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        bool hasId = false;
        while (reader.Read())
        {
            if (reader.CurrentDepth == depth)
                return false;
            hasId |= reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth + 1 && reader.ValueTextEquals("id"u8);
        }

        return hasId;
    }

    private static bool TryReadRow(ref Utf8JsonReader reader, out ReplyRow? row)
    {
        row = null;
        if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
            return false;
        using (document)
        {
            var cells = new Dictionary<string, ReplyCell>(StringComparer.Ordinal);
            var twice = new HashSet<string>(StringComparer.Ordinal);
            long? id = null;
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals("id"u8) && id is null)
                    id = ToId(property.Value);
                else if (!TryReadCell(property.Value, out ReplyCell cell) || !cells.TryAdd(property.Name, cell))
                    twice.Add(property.Name);
            }

            foreach (string name in twice)
                cells.Remove(name);
            row = id is { } known ? new ReplyRow(known, cells) : null;
            return row is not null;
        }
    }

    private static long? ToId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    };

    private static bool TryReadCell(JsonElement value, out ReplyCell cell)
    {
        try
        {
            cell = value.ValueKind == JsonValueKind.String ? new ReplyCell(value.GetString()!, IsText: true) : new ReplyCell(value.GetRawText(), IsText: false);
            return true;
        }
        catch (InvalidOperationException)   // half a surrogate pair, escaped
        {
            cell = default;
            return false;
        }
    }
}
