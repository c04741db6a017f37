using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of a piece of software: an invented name, an identifier made of it, and a version.</summary>
internal static class SoftwareColumns
{
    private const uint NameWord = 0;
    private const uint VersionWord = 1;

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "technology.app_name" => new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            InventedName.Add(rows.Word(stream, index, NameWord), ref writer);
            return writer.Length;
        }),
        "technology.app_id" => new ComposedColumn((in rows, index, text) =>
        {
            Span<char> name = stackalloc char[32];
            var plain = new CellWriter(name);
            InventedName.Add(rows.Word(stream, index, NameWord), ref plain);
            var writer = new CellWriter(text);
            writer.Add("com.example.");
            foreach (char letter in plain.Text)
                writer.Add(char.ToLowerInvariant(letter));
            if (rows.IsTagged)
            {
                writer.Add('.');
                writer.Add('a');
                writer.Add(rows.Tag(index));
            }

            return writer.Length;
        }),
        "technology.semver" => new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            AddVersion(rows.Word(stream, index, VersionWord), ref writer);
            return writer.Length;
        }),
        _ => null,
    };

    // Low numbers are the commoner; a tenth are pre-releases.
    private static void AddVersion(ulong word, ref CellWriter writer)
    {
        writer.Add(Low(word, 12));
        writer.Add('.');
        writer.Add(Low(word >> 16, 30));
        writer.Add('.');
        writer.Add(Low(word >> 32, 20));
        int stage = (int)((word >> 48) % 60);
        if (stage >= 6)
            return;
        writer.Add(stage < 3 ? "-rc." : stage < 5 ? "-beta." : "-alpha.");
        writer.Add(1 + (stage % 3));
    }

    private static int Low(ulong word, int width)
    {
        int first = (int)(((word & 0xFF) * (ulong)width) >> 8);
        int second = (int)((((word >> 8) & 0xFF) * (ulong)width) >> 8);
        return Math.Min(first, second);
    }
}
