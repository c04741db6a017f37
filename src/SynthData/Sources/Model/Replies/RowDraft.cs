using System.Text.Json;

namespace SynthData.Sources.Model.Replies;

/// <summary>The cells of a row as they are read. A name that comes twice has no cell, nor has one whose text is no text.</summary>
internal sealed class RowDraft
{
    private readonly Dictionary<string, ReplyCell> cells = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    public void Add(string name, JsonElement value)
    {
        if (!TryRead(value, out ReplyCell cell) || !cells.TryAdd(name, cell))
            refused.Add(name);
    }

    public ReplyRow ToRow(long id)
    {
        foreach (string name in refused)
            cells.Remove(name);
        return new ReplyRow(id, cells);
    }

    private static bool TryRead(JsonElement value, out ReplyCell cell)
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
