using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The names people have in one locale. Immutable and thread-safe.</summary>
internal sealed class PersonNames
{
    private readonly WeightedTexts female;
    private readonly WeightedTexts male;
    private readonly WeightedTexts middleFemale;
    private readonly WeightedTexts middleMale;
    private readonly WeightedTexts femaleHonorifics;
    private readonly WeightedTexts maleHonorifics;

    /// <param name="file">
    /// Its sections: <c>female</c> and <c>male</c>; <c>last</c>, or <c>last-female</c> and <c>last-male</c> in one order; <c>middle-…</c>
    /// where names between are a list of their own; <c>honorific-…</c>. A name in letters that have no Latin spelling of their own
    /// stands with one: <c>佐藤=sato</c>.
    /// </param>
    public PersonNames(string locale, WordFile file)
    {
        Style = NameStyles.Of(locale);
        IsLastBySex = file.Has("last-female");
        ImmutableArray<(string Text, long Weight)> women = file.Entries("female");
        ImmutableArray<(string Text, long Weight)> men = file.Entries("male");
        ImmutableArray<(string Text, long Weight)> families = file.Entries(IsLastBySex ? "last-male" : "last");
        ImmutableArray<(string Text, long Weight)> last = IsLastBySex ? [.. file.Entries("last-female"), .. families] : families;

        (female, male, Last) = (Written(women), Written(men), Written(families));
        bool hasMiddle = file.Has("middle-female");
        middleFemale = hasMiddle ? file.Words("middle-female") : female;
        middleMale = hasMiddle ? file.Words("middle-male") : male;
        femaleHonorifics = file.Words("honorific-female");
        maleHonorifics = file.Words("honorific-male");
        First = new TextPool([.. female.Pool.Texts, .. male.Pool.Texts]);
        Middle = new TextPool([.. middleFemale.Pool.Texts, .. middleMale.Pool.Texts]);
        Family = IsLastBySex ? new TextPool([.. last.Select(entry => Written(entry.Text))]) : Last.Pool;
        Honorifics = new TextPool([.. femaleHonorifics.Pool.Texts, .. maleHonorifics.Pool.Texts]);
        (Firsts, Middles, Lasts) = (new PackedTexts(First.Texts), new PackedTexts(Middle.Texts), new PackedTexts(Family.Texts));
        FirstHandles = new PackedTexts([.. women.Concat(men).Select(entry => Handle(entry.Text))]);
        LastHandles = new PackedTexts([.. last.Select(entry => Handle(entry.Text))]);
    }

    public NameStyle Style { get; }

    /// <summary>First names of women, then of men.</summary>
    public TextPool First { get; }

    /// <summary>What stands between first and last name, of women, then of men.</summary>
    public TextPool Middle { get; }

    /// <summary>Families; where last names go with the sex, as men have them. Dutch ones with the words before them: <c>de Vries</c>.</summary>
    public WeightedTexts Last { get; }

    /// <summary>Last names; where they go with the sex, of women, then of men.</summary>
    public TextPool Family { get; }

    /// <summary>Forms of address of women, then of men.</summary>
    public TextPool Honorifics { get; }

    public ImmutableArray<string> Female => female.Pool.Texts;

    public ImmutableArray<string> Male => male.Pool.Texts;

    public int PickFirst(bool isMale, ulong word) => Pick(female, male, isMale, word);

    public int PickMiddle(bool isMale, ulong word) => Pick(middleFemale, middleMale, isMale, word);

    public int PickHonorific(bool isMale, ulong word) => Pick(femaleHonorifics, maleHonorifics, isMale, word);

    /// <summary>Picks a last name in the form of a sex: the same word is the same family.</summary>
    public int PickLast(bool isMale, ulong word)
    {
        int family = Last.Weights.Pick(word);
        return IsLastBySex && isMale ? Last.Count + family : family;
    }

    /// <summary>The texts of <see cref="First"/>.</summary>
    public PackedTexts Firsts { get; }

    /// <summary>The texts of <see cref="Middle"/>.</summary>
    public PackedTexts Middles { get; }

    /// <summary>The texts of <see cref="Family"/>.</summary>
    public PackedTexts Lasts { get; }

    /// <summary>First names as e-mail addresses spell them: letters a to z only.</summary>
    public PackedTexts FirstHandles { get; }

    /// <summary>Last names as e-mail addresses spell them: letters a to z only.</summary>
    public PackedTexts LastHandles { get; }

    /// <summary>Whether last names go with the sex.</summary>
    public bool IsLastBySex { get; }

    /// <summary>Picks first names: of a woman where a row's sex is 0, of a man where it is 1.</summary>
    public void PickFirsts(ReadOnlySpan<int> sexes, ReadOnlySpan<ulong> words, Span<int> codes)
    {
        WeightedTable[] tables = [female.Weights, male.Weights];
        int[] before = [0, female.Count];
        for (int index = 0; index < codes.Length; index++)
            codes[index] = before[sexes[index]] + tables[sexes[index]].Pick(words[index]);
    }

    /// <summary>Writes a name as e-mail addresses spell it: letters a to z and one mark, never digits. What digits follow are a tag's alone.</summary>
    /// <param name="first">The first name's code.</param>
    /// <param name="last">The last name's code.</param>
    /// <param name="style">0 for <c>sanne.devries</c>, 1 for <c>sdevries</c>, 2 for <c>sanne_devries</c>.</param>
    public int WriteHandle(int first, int last, int style, Span<char> text)
    {
        int length = Math.Min(FirstHandles.Write(first, text), style == 1 ? 1 : int.MaxValue);
        text[length] = style == 2 ? '_' : '.';
        length += style == 1 ? 0 : 1;
        return length + LastHandles.Write(last, text[length..]);
    }

    private static int Pick(WeightedTexts female, WeightedTexts male, bool isMale, ulong word) =>
        isMale ? female.Count + male.Weights.Pick(word) : female.Weights.Pick(word);

    private static WeightedTexts Written(ImmutableArray<(string Text, long Weight)> entries) =>
        new(entries.Select(entry => (Written(entry.Text), entry.Weight)));

    private static string Written(string entry) => entry.Split('=')[0];

    private string Handle(string entry) => AsciiFold.Fold(entry.Split('=')[^1], Style.HasUmlauts);
}
