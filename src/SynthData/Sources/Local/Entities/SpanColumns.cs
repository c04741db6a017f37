using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes spans and parts of time as ISO 8601 writes them.</summary>
internal static class SpanColumns
{
    private const uint DurationWord = 0;
    private const uint WeekWord = 1;

    // Unit, what stands before it, and the greatest number people write of it.
    private static readonly (string Before, char Unit, int Most)[] Units = [("PT", 'S', 59), ("PT", 'M', 59), ("PT", 'H', 23), ("P", 'D', 30), ("P", 'W', 12), ("P", 'M', 18), ("P", 'Y', 10)];

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "time.duration" => new ComposedColumn((in rows, index, text) =>
        {
            ulong word = rows.Word(stream, index, DurationWord);
            (string before, char unit, int most) = Units[(int)((word >> 32) * (ulong)Units.Length >> 32)];
            var writer = new CellWriter(text);
            writer.Add(before);
            writer.Add(1 + (long)((word & 0xFFFF_FFFF) * (ulong)most >> 32));
            writer.Add(unit);
            return writer.Length;
        }),
        "time.iso_week" => new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            writer.Add('W');
            writer.AddPadded(1 + rows.Below(stream, 52, index, WeekWord), 2);
            return writer.Length;
        }),
        _ => null,
    };
}
