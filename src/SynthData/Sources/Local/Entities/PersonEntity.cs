using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The person of a row: sex, then a first name of that sex, and a last name.</summary>
/// <remarks>Drawn: one word for each attribute, numbered here for ever.</remarks>
internal sealed class PersonEntity(StreamKey stream, PersonNames names)
{
    private const uint SexWord = 0;
    private const uint FirstWord = 1;
    private const uint LastWord = 2;
    private const uint HonorificWord = 3;
    private const uint AddressWord = 4;
    private const uint DomainWord = 5;
    private const uint UserWord = 6;
    private const uint NumberWord = 7;

    // Names that RFC 2606 sets aside, so that no mail reaches anybody.
    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];
    private static readonly WeightedTable DomainWeights = new([50, 30, 20]);

    public PersonNames Names => names;

    public bool IsMale(in EntityRows rows, int index) => IsMale(rows, index, stream);

    /// <summary>Tells the sex of the person whose stream is given, for what needs no names.</summary>
    public static bool IsMale(in EntityRows rows, int index, StreamKey stream)
    {
        int given = rows.GivenSex(index);
        return given < 0 ? rows.Word(stream, index, SexWord) >> 63 != 0 : given != Sex.Female;
    }

    public int First(in EntityRows rows, int index) => names.PickFirst(IsMale(rows, index), rows.Word(stream, index, FirstWord));

    public int Last(in EntityRows rows, int index) => names.Last.Weights.Pick(rows.Word(stream, index, LastWord));

    public int Honorific(in EntityRows rows, int index) =>
        names.PickHonorific(IsMale(rows, index), rows.Word(stream, index, HonorificWord));

    public int FullName(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        writer.Add(names.First[First(rows, index)]);
        writer.Add(' ');
        writer.Add(names.Last[Last(rows, index)]);
        return writer.Length;
    }

    /// <summary>Writes <c>sanne.devries@example.org</c>; tagged <c>sanne.devries.4821@example.org</c>.</summary>
    /// <remarks>The tag is what stands between the last dot before the domain and the domain.</remarks>
    public int Email(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        AddHandle(rows, index, rows.Below(stream, 100, index, AddressWord), ref writer);
        if (rows.IsTagged)
        {
            writer.Add('.');
            writer.Add(rows.Tag(index));
        }

        writer.Add('@');
        writer.Add(Domains[DomainWeights.Pick(rows.Word(stream, index, DomainWord))]);
        return writer.Length;
    }

    /// <summary>Writes <c>sdevries</c>, half of them with a number; tagged <c>sdevries4821</c>, the tag being the digits at the end.</summary>
    public int UserName(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        AddHandle(rows, index, rows.Below(stream, 100, index, UserWord), ref writer);
        int number = rows.Below(stream, 200, index, NumberWord);
        if (rows.IsTagged)
            writer.Add(rows.Tag(index));
        else if (number < 100)
            writer.Add(number);
        return writer.Length;
    }

    // Letters and one mark, never digits: what digits follow are the tag's alone.
    private void AddHandle(in EntityRows rows, int index, int style, ref CellWriter writer)
    {
        string first = names.FirstHandle(First(rows, index));
        writer.Add(style is >= 60 and < 85 ? first.AsSpan(0, 1) : first);
        if (style < 60)
            writer.Add('.');
        else if (style >= 85)
            writer.Add('_');
        writer.Add(names.LastHandle(Last(rows, index)));
    }
}
