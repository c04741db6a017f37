using System.Collections.Frozen;

namespace SynthData.Sources.Local.Entities;

/// <summary>Countries whose cities are not known: what they are called, and the forms of their postcodes.</summary>
internal static class PostcodeForms
{
    private static readonly Lazy<WordFile> File = new(() => WordFile.Read("postcodes"));

    private static readonly FrozenDictionary<string, (string Country, string Code)> Countries = new Dictionary<string, (string, string)>
    {
        ["en-GB"] = ("United Kingdom", "GB"),
        ["es-ES"] = ("España", "ES"),
        ["it-IT"] = ("Italia", "IT"),
        ["ja-JP"] = ("日本", "JP"),
        ["pl-PL"] = ("Polska", "PL"),
        ["pt-BR"] = ("Brasil", "BR"),
        ["tr-TR"] = ("Türkiye", "TR"),
        ["zh-CN"] = ("中国", "CN"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string locale) => Countries.ContainsKey(locale);

    public static (string Country, string Code) Country(string locale) => Countries[locale];

    public static DigitPatterns Postcodes(string locale) => new(File.Value.Words(locale));
}
