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
    private readonly ImmutableArray<string> firstHandles;
    private readonly ImmutableArray<string> lastHandles;

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
        firstHandles = [.. First.Texts.Select(name => AsciiFold.Fold(name))];
        lastHandles = [.. Last.Pool.Texts.Select(name => AsciiFold.Fold(name))];
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

    /// <summary>A first name as e-mail addresses spell it: letters a to z only.</summary>
    public string FirstHandle(int code) => firstHandles[code];

    /// <summary>A last name as e-mail addresses spell it: letters a to z only.</summary>
    public string LastHandle(int code) => lastHandles[code];
}
