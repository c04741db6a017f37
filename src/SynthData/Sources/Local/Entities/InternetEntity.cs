using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The internet attributes of a row: one domain, an address of a page on it, and device addresses.</summary>
/// <remarks>
/// Drawn: one word for each attribute, numbered here for ever. Words hold letters only, so digits after a last hyphen are a tag.
/// Only domains and slugs need the words of a locale.
/// Domains end in <c>.example</c> and IPv6 addresses lie in 2001:db8::/32, both set aside for examples; MAC addresses are
/// locally administered; IPv4 addresses are public unicast ones.
/// </remarks>
internal sealed class InternetEntity(StreamKey stream, PlainWords? words)
{
    private const uint DomainFirstWord = 0;
    private const uint DomainSecondWord = 1;
    private const uint SlugFirstWord = 2;
    private const uint SlugSecondWord = 3;
    private const uint SlugThirdWord = 4;
    private const uint Ipv4Word = 5;
    private const uint Ipv6HighWord = 6;
    private const uint Ipv6LowWord = 7;
    private const uint MacWord = 8;
    private const uint AgentWord = 9;

    /// <summary>Tags that a MAC address has room for: 40 bits.</summary>
    public const long MacCapacity = 1L << 40;

    private const ulong Odd = 0x9E3779B97F4A7C15;

    // First numbers of IPv4 addresses without any network set aside (private, loopback, link-local, shared, documentation, test).
    private static readonly byte[] PublicFirsts =
        [.. Enumerable.Range(1, 223).Where(first => first is not (10 or 100 or 127 or 169 or 172 or 192 or 198 or 203)).Select(first => (byte)first)];

    public int Domain(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        AddDomain(rows, index, rows.IsTagged, ref writer);
        return writer.Length;
    }

    public int Slug(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        AddSlug(rows, index, ref writer);
        return writer.Length;
    }

    /// <summary>Writes a page of the row's domain; the page's name carries the tag.</summary>
    public int Url(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        writer.Add("https://www.");
        AddDomain(rows, index, isTagged: false, ref writer);
        writer.Add('/');
        AddSlug(rows, index, ref writer);
        return writer.Length;
    }

    public int Ipv4(in EntityRows rows, int index, Span<char> text)
    {
        ulong word = rows.Word(stream, index, Ipv4Word);
        var writer = new CellWriter(text);
        writer.Add(PublicFirsts[(int)(((word >> 32) * (ulong)PublicFirsts.Length) >> 32)]);
        writer.Add('.');
        writer.Add((long)(byte)(word >> 24));
        writer.Add('.');
        writer.Add((long)(byte)(word >> 16));
        writer.Add('.');
        writer.Add(1 + (long)(((word & 0xFFFF) * 254) >> 16));
        return writer.Length;
    }

    /// <summary>Writes all eight groups, lower-case and without zeros in front.</summary>
    public int Ipv6(in EntityRows rows, int index, Span<char> text)
    {
        ulong high = rows.Word(stream, index, Ipv6HighWord);
        ulong low = rows.IsTagged ? StreamKey.Mix((ulong)rows.Tag(index) + Odd) : rows.Word(stream, index, Ipv6LowWord);
        var writer = new CellWriter(text);
        writer.Add("2001:db8");
        AddGroup((uint)(high >> 48), ref writer);
        AddGroup((uint)(high >> 32) & 0xFFFF, ref writer);
        for (int shift = 48; shift >= 0; shift -= 16)
            AddGroup((uint)(low >> shift) & 0xFFFF, ref writer);
        return writer.Length;
    }

    public int Mac(in EntityRows rows, int index, Span<char> text)
    {
        // An odd factor is one to one on 40 bits and fills the leading ones.
        ulong bits = rows.IsTagged ? ((ulong)rows.Tag(index) + 1) * Odd : rows.Word(stream, index, MacWord);
        var writer = new CellWriter(text);
        writer.Add("02");
        for (int shift = 32; shift >= 0; shift -= 8)
        {
            writer.Add(':');
            writer.AddHex(bits >> shift, 2);
        }

        return writer.Length;
    }

    public int Agent(in EntityRows rows, int index, WeightedTexts agents) => agents.Weights.Pick(rows.Word(stream, index, AgentWord));

    private static void AddGroup(uint group, ref CellWriter writer)
    {
        writer.Add(':');
        writer.AddHex(group, group > 0xFFF ? 4 : group > 0xFF ? 3 : group > 0xF ? 2 : 1);
    }

    private void AddDomain(in EntityRows rows, int index, bool isTagged, ref CellWriter writer)
    {
        writer.Add(words!.AdjectiveSlugs.Pick(rows.Word(stream, index, DomainFirstWord)));
        writer.Add('-');
        writer.Add(words!.NounSlugs.Pick(rows.Word(stream, index, DomainSecondWord)));
        if (isTagged)
            AddTag(rows, index, ref writer);
        writer.Add(".example");
    }

    private void AddSlug(in EntityRows rows, int index, ref CellWriter writer)
    {
        writer.Add(words!.AdjectiveSlugs.Pick(rows.Word(stream, index, SlugFirstWord)));
        writer.Add('-');
        writer.Add(words!.NounSlugs.Pick(rows.Word(stream, index, SlugSecondWord)));
        writer.Add('-');
        writer.Add(words!.NounSlugs.Pick(rows.Word(stream, index, SlugThirdWord)));
        if (rows.IsTagged)
            AddTag(rows, index, ref writer);
    }

    private static void AddTag(in EntityRows rows, int index, ref CellWriter writer)
    {
        writer.Add('-');
        writer.Add(rows.Tag(index));
    }
}
