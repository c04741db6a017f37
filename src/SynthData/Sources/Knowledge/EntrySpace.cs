using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SynthData.Knowledge;
using SynthData.Numerics;

namespace SynthData.Sources.Knowledge;

/// <summary>The variants of an entry: every combination of what may stand in the places of its texts.</summary>
/// <remarks>
/// Places directly in its texts are digits of the variant's number, as far as one number can count them, so that different numbers give
/// different combinations. Those that are left are drawn by words of their own, and so are places inside options and items: they may
/// occur or not, and as digits would only repeat what is there.
/// </remarks>
internal sealed class EntrySpace
{
    /// <summary>Where a place has no digit.</summary>
    public const sbyte NoSite = -1;

    private readonly Permutation order;
    private readonly StreamKey key;
    private readonly sbyte[] siteOfDraw;

    /// <param name="names">Of the columns that texts may name; the place of a name is its bit in <see cref="Mentions"/>.</param>
    public EntrySpace(KnowledgeEntry entry, ListShelf lists, StreamKey pool, string[] names)
    {
        key = pool.Derive($"#entry:{entry.Id ?? string.Join('\u001f', entry.Texts.Select(text => text.Written))}");
        var sites = ImmutableArray.CreateBuilder<DrawSite>();
        Texts = [.. entry.Texts.Select(text => new StepMaker(lists, sites, text.Written).Make(text.Parts))];
        Sites = Counted(sites);
        siteOfDraw = new sbyte[lists.Draws];
        Array.Fill(siteOfDraw, NoSite);
        for (int site = 0; site < Math.Min(Sites.Length, sbyte.MaxValue); site++)
        {
            if (Sites[site].List is { } list)
                siteOfDraw[list.DrawOf(Sites[site].Number)] = (sbyte)site;
        }

        Count = 1;
        foreach (DrawSite site in Sites)
            Count *= site.Size;
        order = new Permutation(key, Count);
        foreach (string column in lists.ColumnsOf(entry.Texts))
            Mentions |= 1UL << Math.Min(Array.IndexOf(names, column), 63);
    }

    /// <summary>By column of the group: what its text is made of.</summary>
    public ImmutableArray<ImmutableArray<TextStep>> Texts { get; }

    /// <summary>The places whose choices are digits of a variant's number.</summary>
    public ImmutableArray<DrawSite> Sites { get; }

    /// <summary>How many combinations the places have, at most <see cref="Permutation.MaxCount"/>.</summary>
    public long Count { get; }

    /// <summary>A bit for each column of the row that a text needs.</summary>
    public ulong Mentions { get; }

    /// <summary>Names the streams of places inside options and items.</summary>
    public StreamKey Key => key;

    // Digits beyond the greatest number would be 0 in every variant.
    private static ImmutableArray<DrawSite> Counted(ImmutableArray<DrawSite>.Builder sites)
    {
        long count = 1;
        return [.. sites.TakeWhile(site => (count = count > Permutation.MaxCount / site.Size ? long.MaxValue : count * site.Size) < long.MaxValue)];
    }

    /// <summary>The variant of a use: another one for each of the first <see cref="Count"/> uses, and then in another order again.</summary>
    public ulong Variant(ulong use)
    {
        ulong round = use / (ulong)Count;
        ulong turn = use % (ulong)Count;
        if (round > 0)
            turn = (turn + (key.Word((long)round, 0, 3) % (ulong)Count)) % (ulong)Count;
        return (ulong)order.Forward((long)turn);
    }

    /// <summary>The place of a list's draw among <see cref="Sites"/>; below 0 for none.</summary>
    public int SiteOf(int draw) => (uint)draw < (uint)siteOfDraw.Length ? siteOfDraw[draw] : NoSite;

    /// <summary>Takes a variant's number apart.</summary>
    /// <param name="digits">One for each of <see cref="Sites"/>.</param>
    public void Digits(ulong variant, Span<int> digits)
    {
        ReadOnlySpan<DrawSite> sites = ImmutableCollectionsMarshal.AsArray(Sites);
        for (int site = 0; site < sites.Length; site++)
        {
            (variant, ulong digit) = Math.DivRem(variant, (ulong)sites[site].Size);
            digits[site] = (int)digit;
        }
    }
}

/// <summary>A place in the texts of an entry where one of several is chosen.</summary>
/// <param name="List">The list that is drawn from; null for a number or options.</param>
/// <param name="Number">Which of several draws from the same list.</param>
/// <param name="Size">How many there are to choose from.</param>
internal readonly record struct DrawSite(ListSpace? List, int Number, int Size);
