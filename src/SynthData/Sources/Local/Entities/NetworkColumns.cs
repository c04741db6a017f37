using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes addresses of networks that belong to nobody: those for documentation and those for private use.</summary>
internal static class NetworkColumns
{
    /// <summary>254 hosts in each of the three networks of RFC 5737.</summary>
    public const long DocumentationCapacity = 3 * 254;

    /// <summary>Every address of RFC 1918: 10/8, 172.16/12 and 192.168/16.</summary>
    public const long PrivateCapacity = (1 << 24) + (1 << 20) + (1 << 16);

    /// <summary>The networks of /24 inside RFC 1918.</summary>
    public const long CidrCapacity = PrivateCapacity >> 8;

    private static readonly string[] Documentation = ["192.0.2.", "198.51.100.", "203.0.113."];

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "internet.ipv4_documentation" => new NumberColumn(stream, 0, DocumentationCapacity, AddDocumentation),
        "internet.ipv4_private" => new NumberColumn(stream, 1, PrivateCapacity, (in rows, index, place, ref writer) => AddPrivate(place, ref writer)),
        "internet.cidr" => new NumberColumn(stream, 2, CidrCapacity, (in rows, index, place, ref writer) =>
        {
            AddPrivate(place << 8, ref writer);
            writer.Add("/24");
        }),
        _ => null,
    };

    private static void AddDocumentation(in EntityRows rows, int index, long place, ref CellWriter writer)
    {
        writer.Add(Documentation[(int)(place / 254)]);
        writer.Add(1 + (place % 254));
    }

    private static void AddPrivate(long place, ref CellWriter writer)
    {
        long address = place switch
        {
            < 1 << 24 => (10L << 24) + place,
            < (1 << 24) + (1 << 20) => (172L << 24) + (16L << 16) + (place - (1 << 24)),
            _ => (192L << 24) + (168L << 16) + (place - (1 << 24) - (1 << 20)),
        };
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            writer.Add((address >> shift) & 255);
            if (shift > 0)
                writer.Add('.');
        }
    }
}
