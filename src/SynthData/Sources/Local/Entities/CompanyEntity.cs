using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The company of a row: an industry, a name that tells it, a legal form at the name's end, and a domain made of the name.</summary>
/// <remarks>Drawn: one word for each attribute, numbered here for ever.</remarks>
internal sealed class CompanyEntity(StreamKey stream, EntityWords words)
{
    private const uint IndustryWord = 0;
    private const uint TradeWord = 1;
    private const uint FormWord = 2;
    private const uint FirstWord = 3;
    private const uint SecondWord = 4;
    private const uint SuffixWord = 5;

    public int Industry(in EntityRows rows, int index) => words.Companies.Industries.Weights.Pick(rows.Word(stream, index, IndustryWord));

    public int Suffix(in EntityRows rows, int index) => words.Companies.Suffixes.Weights.Pick(rows.Word(stream, index, SuffixWord));

    public int Name(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        foreach ((bool isPlace, string part) in words.Companies.Form.Parts)
        {
            if (!isPlace)
                writer.Add(part);
            else if (part == "name")
                AddName(rows, index, ref writer);
            else
                writer.Add(words.Companies.Suffixes[Suffix(rows, index)]);
        }

        return writer.Length;
    }

    public int Domain(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        AddDomain(rows, index, ref writer);
        return writer.Length;
    }

    public int Email(in EntityRows rows, int index, Span<char> text)
    {
        var writer = new CellWriter(text);
        writer.Add("info@");
        AddDomain(rows, index, ref writer);
        return writer.Length;
    }

    // Tagged de-vries-bouw-4821.example: names hold no digits, so what follows the last hyphen is the tag.
    private void AddDomain(in EntityRows rows, int index, ref CellWriter writer)
    {
        var name = new CellWriter(stackalloc char[ComposedColumn.MaxLength / 2]);
        AddName(rows, index, ref name);
        AsciiFold.AddSlug(name.Text, words.People.Style.HasUmlauts, ref writer);
        if (rows.IsTagged)
        {
            writer.Add('-');
            writer.Add(rows.Tag(index));
        }

        writer.Add(".example");
    }

    private void AddName(in EntityRows rows, int index, ref CellWriter writer)
    {
        var trades = words.Companies.Trades[Industry(rows, index)];
        ReadOnlySpan<char> trade = trades[rows.Below(stream, trades.Length, index, TradeWord)];
        int gap = trade.IndexOf('~');
        if (gap >= 0)
        {
            writer.Add(trade[..gap]);
            AddOwner(rows, index, ref writer);
        }
        else
        {
            AddOwner(rows, index, ref writer);
            writer.Add(' ');
            writer.Add(trade);
        }
    }

    // Which owner a name has is drawn by weight; the words in it are the same two draws whatever stands there.
    private void AddOwner(in EntityRows rows, int index, ref CellWriter writer)
    {
        ulong first = rows.Word(stream, index, FirstWord);
        ulong second = rows.Word(stream, index, SecondWord);
        NamePattern owner = words.Companies.Owners[words.Companies.OwnerWeights.Pick(rows.Word(stream, index, FormWord))];
        foreach ((bool isPlace, string part) in owner.Parts)
        {
            if (isPlace)
                writer.AddCapital(Word(part, first, second));
            else
                writer.Add(part);
        }
    }

    private string Word(string place, ulong first, ulong second) => place switch
    {
        "last" => words.People.Last.Pick(first),
        "last2" => words.People.Last.Pick(second),
        "adj" => words.Plain.Adjectives.Pick(first),
        _ => words.Plain.Nouns.Pick(second),
    };
}
