using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The names people have in one locale. Immutable and thread-safe.</summary>
internal sealed class PersonNames
{
    private readonly WeightedTexts female;
    private readonly WeightedTexts male;
    private readonly WeightedTexts femaleHonorifics;
    private readonly WeightedTexts maleHonorifics;

    public PersonNames(string locale)
    {
        WordFile file = WordFile.Read($"{locale}-people");
        female = file.Words("female");
        male = file.Words("male");
        Last = file.Words("last");
        femaleHonorifics = file.Words("honorific-female");
        maleHonorifics = file.Words("honorific-male");
        First = new TextPool([.. female.Pool.Texts, .. male.Pool.Texts]);
        Honorifics = new TextPool([.. femaleHonorifics.Pool.Texts, .. maleHonorifics.Pool.Texts]);
        Firsts = new PackedTexts(First.Texts);
        Lasts = new PackedTexts(Last.Pool.Texts);
        FirstHandles = new PackedTexts([.. First.Texts.Select(name => AsciiFold.Fold(name))]);
        LastHandles = new PackedTexts([.. Last.Pool.Texts.Select(name => AsciiFold.Fold(name))]);
    }

    /// <summary>First names of women, then of men.</summary>
    public TextPool First { get; }

    /// <summary>Last names, in Dutch with the words before them as they stand after a first name: <c>de Vries</c>.</summary>
    public WeightedTexts Last { get; }

    /// <summary>Forms of address of women, then of men.</summary>
    public TextPool Honorifics { get; }

    public ImmutableArray<string> Female => female.Pool.Texts;

    public ImmutableArray<string> Male => male.Pool.Texts;

    public int PickFirst(bool isMale, ulong word) => isMale ? female.Count + male.Weights.Pick(word) : female.Weights.Pick(word);

    public int PickHonorific(bool isMale, ulong word) =>
        isMale ? femaleHonorifics.Count + maleHonorifics.Weights.Pick(word) : femaleHonorifics.Weights.Pick(word);

    /// <summary>The texts of <see cref="First"/>.</summary>
    public PackedTexts Firsts { get; }

    /// <summary>The texts of <see cref="Last"/>.</summary>
    public PackedTexts Lasts { get; }

    /// <summary>First names as e-mail addresses spell them: letters a to z only.</summary>
    public PackedTexts FirstHandles { get; }

    /// <summary>Last names as e-mail addresses spell them: letters a to z only.</summary>
    public PackedTexts LastHandles { get; }

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
}
