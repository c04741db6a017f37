namespace SynthData.Sources.Local.Entities;

/// <summary>How a locale writes a person's whole name.</summary>
/// <param name="IsFamilyFirst">The last name stands before the first.</param>
/// <param name="HasPatronymic">The patronymic is part of the whole name and stands at its end.</param>
/// <param name="HasGaps">Blanks stand between the parts.</param>
/// <param name="HasUmlauts">In plain letters ä, ö and ü are ae, oe and ue.</param>
internal sealed record NameStyle(bool IsFamilyFirst, bool HasPatronymic, bool HasGaps, bool HasUmlauts);

/// <summary>The styles by locale.</summary>
internal static class NameStyles
{
    private static readonly NameStyle Usual = new(IsFamilyFirst: false, HasPatronymic: false, HasGaps: true, HasUmlauts: false);

    public static NameStyle Of(string locale) => locale switch
    {
        "de-DE" => Usual with { HasUmlauts = true },
        "ru-RU" => Usual with { IsFamilyFirst = true, HasPatronymic = true },
        "ja-JP" or "zh-CN" => Usual with { IsFamilyFirst = true, HasGaps = false },
        _ => Usual,
    };
}
