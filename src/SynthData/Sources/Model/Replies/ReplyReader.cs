using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SynthData.Sources.Model.Replies;

/// <summary>Finds the whole rows in a reply, wherever they stand: lists behind a list of names that begins with <c>id</c>, and objects with an <c>id</c>.</summary>
/// <remarks>
/// Reads <c>{"rows":[…]}</c>, a bare array or one row a line, with fences or prose around. A torn tail costs its own row;
/// damage in the middle costs what stands up to the next opening bracket that begins something readable. A list with more or fewer cells
/// than there are names is no row: which cell it lacks, nobody knows.
/// </remarks>
internal sealed class ReplyReader
{
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ImmutableArray<ReplyRow>.Builder rows = ImmutableArray.CreateBuilder<ReplyRow>();
    private string[]? names;

    private ReplyReader()
    {
    }

    public static ReplyRows Read(string text)
    {
        var reader = new ReplyReader();
        reader.ReadAll(Encoding.UTF8.GetBytes(text));
        return new ReplyRows(reader.rows.DrainToImmutable());
    }

    private void ReadAll(byte[] bytes)
    {
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
                if (!TakeValue(ref reader))
                    break;      // torn: nothing whole can follow
                at += (int)reader.BytesConsumed;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)     // the latter: half a surrogate pair, escaped
            {
                at += Math.Max(1, (int)reader.BytesConsumed);
            }
        }
    }

    // The reader stands on an opening bracket; false when the text ends before the closing one.
    private bool TakeValue(ref Utf8JsonReader reader)
    {
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        if (isObject || BeginsAsRow(reader))
        {
            Utf8JsonReader whole = reader;
            if (isObject ? IsTornRow(reader) : !whole.TrySkip())
                return false;
            whole = reader;
            if (isObject ? TryReadObject(ref whole) : TryReadList(ref whole))
            {
                reader = whole;
                return true;
            }
        }

        JsonTokenType end = isObject ? JsonTokenType.EndObject : JsonTokenType.EndArray;
        while (reader.Read())
        {
            if (reader.TokenType == end)
                return true;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !TakeValue(ref reader))
                return false;
        }

        return false;
    }

    // A list that begins as names do, or as a row once these are known.
    private bool BeginsAsRow(Utf8JsonReader reader) => reader.Read() && reader.TokenType switch
    {
        JsonTokenType.String => reader.ValueTextEquals("id"u8) || names is not null,
        JsonTokenType.Number => names is not null,
        _ => false,
    };

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

    private bool TryReadList(ref Utf8JsonReader reader)
    {
        if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
            return false;
        using (document)
        {
            JsonElement list = document.RootElement;
            if (list[0].ValueKind == JsonValueKind.String && list[0].ValueEquals("id"u8) && list.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String))
            {
                names = [.. list.EnumerateArray().Select(name => name.GetString()!)];
                return true;
            }

            if (names is null || list.GetArrayLength() != names.Length || ToId(list[0]) is not { } id)
                return false;
            var row = new RowDraft();
            for (int index = 1; index < names.Length; index++)
                row.Add(names[index], list[index]);
            rows.Add(row.ToRow(id));
            return true;
        }
    }

    private bool TryReadObject(ref Utf8JsonReader reader)
    {
        if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
            return false;
        using (document)
        {
            var row = new RowDraft();
            long? id = null;
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals("id"u8) && id is null)
                    id = ToId(property.Value);
                else
                    row.Add(property.Name, property.Value);
            }

            if (id is { } known)
                rows.Add(row.ToRow(known));
            return id is not null;
        }
    }

    private static long? ToId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    };
}
