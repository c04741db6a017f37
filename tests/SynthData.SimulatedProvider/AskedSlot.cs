using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>One slot of a call: its id, its line, and the columns it asks for where not all.</summary>
public sealed record AskedSlot(long Id, string Line, IReadOnlyList<string>? Fill)
{
    /// <summary>Reads the lines of a message that are slots: JSON arrays that begin with a number.</summary>
    public static IReadOnlyList<AskedSlot> ReadAll(string message)
    {
        var slots = new List<AskedSlot>();
        foreach (string line in message.Split('\n'))
        {
            if (!line.StartsWith('['))
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement[] parts = [.. document.RootElement.EnumerateArray()];
            if (parts[0].ValueKind != JsonValueKind.Number)
                continue;
            bool isPartial = parts[^1].ValueKind == JsonValueKind.Object && parts[^1].TryGetProperty("fill", out _);
            string[]? fill = isPartial ? [.. parts[^1].GetProperty("fill").EnumerateArray().Select(name => name.GetString()!)] : null;
            slots.Add(new AskedSlot(parts[0].GetInt64(), line, fill));
        }

        return slots;
    }
}
