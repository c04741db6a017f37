using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The person of a row: sex, then a first name of that sex, and a last name.</summary>
/// <remarks>Drawn: one word for each attribute, numbered here for ever.</remarks>
internal sealed class PersonEntity(StreamKey stream, EntityWords words)
{
    private const uint SexWord = 0;
    private const uint FirstWord = 1;
    private const uint LastWord = 2;
    private const uint HonorificWord = 3;
    private const uint AddressWord = 4;
    private const uint DomainWord = 5;
    private const uint UserWord = 6;
    private const uint NumberWord = 7;
    private const uint MiddleWord = 8;
    private const uint DepartmentWord = 9;
    private const uint TitleWord = 10;

    // Names that RFC 2606 sets aside, so that no mail reaches anybody.
    private static readonly WeightedTable DomainWeights = new([50, 30, 20]);

    public static PackedTexts DomainTexts { get; } = new(["@example.com", "@example.org", "@example.net"]);

    private readonly PersonNames names = words.People;

    public PersonNames Names => names;

    public bool IsMale(in EntityRows rows, int index) => IsMale(rows, index, stream);

    /// <summary>Tells the sex of the person whose stream is given, for what needs no names.</summary>
    public static bool IsMale(in EntityRows rows, int index, StreamKey stream)
    {
        int given = rows.GivenSex(index);
        return given < 0 ? rows.Word(stream, index, SexWord) >> 63 != 0 : given != Sex.Female;
    }

    public int First(in EntityRows rows, int index) => names.PickFirst(IsMale(rows, index), rows.Word(stream, index, FirstWord));

    public int Middle(in EntityRows rows, int index) => names.PickMiddle(IsMale(rows, index), rows.Word(stream, index, MiddleWord));

    public int Last(in EntityRows rows, int index)
    {
        ulong word = rows.Word(stream, index, LastWord);
        return names.PickLast(names.IsLastBySex && IsMale(rows, index), word);
    }

    public int Department(in EntityRows rows, int index) => words.Jobs.Departments.Weights.Pick(rows.Word(stream, index, DepartmentWord));

    public int JobTitle(in EntityRows rows, int index) =>
        words.Jobs.PickTitle(Department(rows, index), IsMale(rows, index), rows.Word(stream, index, TitleWord));

    public int Honorific(in EntityRows rows, int index) =>
        names.PickHonorific(IsMale(rows, index), rows.Word(stream, index, HonorificWord));

    /// <summary>Picks the code of every row's first name.</summary>
    public void Firsts(in EntityRows rows, Span<int> codes)
    {
        using var drawn = new Rented<ulong>(rows.Count);
        using var sexes = new Rented<int>(rows.Count);
        rows.Words(stream, SexWord, drawn.Span);
        for (int index = 0; index < rows.Count; index++)
        {
            int given = rows.GivenSex(index);
            sexes.Span[index] = given < 0 ? (int)(drawn.Span[index] >> 63) : given;
        }

        rows.Words(stream, FirstWord, drawn.Span);
        names.PickFirsts(sexes.Span, drawn.Span, codes);
    }

    /// <summary>Picks the code of every row's last name.</summary>
    public void Lasts(in EntityRows rows, Span<int> codes)
    {
        Pick(rows, names.Last.Weights, LastWord, codes);
        for (int index = 0; names.IsLastBySex && index < rows.Count; index++)
            codes[index] += IsMale(rows, index) ? names.Last.Count : 0;
    }

    /// <summary>Picks how every row's address spells the name: see <see cref="PersonNames.WriteHandle"/>.</summary>
    public void AddressStyles(in EntityRows rows, Span<int> styles)
    {
        using var drawn = new Rented<ulong>(rows.Count);
        rows.Words(stream, AddressWord, drawn.Span);
        for (int index = 0; index < rows.Count; index++)
            styles[index] = StyleOf((int)Math.BigMul(drawn.Span[index], 100UL, out _));
    }

    /// <summary>Picks the domain of every row's address, one of <see cref="DomainTexts"/>.</summary>
    public void Domains(in EntityRows rows, Span<int> codes) => Pick(rows, DomainWeights, DomainWord, codes);

    /// <summary>Writes <c>sdevries</c>, half of them with a number; tagged <c>sdevries4821</c>, the tag being the digits at the end.</summary>
    public int UserName(in EntityRows rows, int index, Span<char> text)
    {
        int length = names.WriteHandle(First(rows, index), Last(rows, index), StyleOf(rows.Below(stream, 100, index, UserWord)), text);
        int number = rows.Below(stream, 200, index, NumberWord);
        if (rows.IsTagged)
            length += AsciiDigits.Write((ulong)rows.Tag(index), text[length..]);
        else if (number < 100)
            length += AsciiDigits.Write((ulong)number, text[length..]);
        return length;
    }

    private static int StyleOf(int percent) => (percent >= 60 ? 1 : 0) + (percent >= 85 ? 1 : 0);

    private void Pick(in EntityRows rows, WeightedTable table, uint word, Span<int> codes)
    {
        using var drawn = new Rented<ulong>(rows.Count);
        rows.Words(stream, word, drawn.Span);
        for (int index = 0; index < rows.Count; index++)
            codes[index] = table.Pick(drawn.Span[index]);
    }
}
