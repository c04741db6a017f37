using Microsoft.ML.Tokenizers;

namespace SynthData.Sources.Model.Tokens;

/// <summary>Counts the tokens of a text as a model would: by its encoding where its name tells it, else by characters. Thread-safe.</summary>
internal sealed class TokenScale
{
    /// <summary>What <see cref="Name"/> is where no encoding is known.</summary>
    public const string Characters = "characters";

    // The first that fits the beginning of a model's name.
    private static readonly (string Beginning, string Encoding)[] Encodings =
    [
        ("gpt-5", "o200k_base"), ("gpt-4o", "o200k_base"), ("chatgpt-4o", "o200k_base"), ("gpt-4.1", "o200k_base"), ("gpt-4.5", "o200k_base"),
        ("gpt-oss", "o200k_base"), ("o1", "o200k_base"), ("o3", "o200k_base"), ("o4", "o200k_base"),
        ("gpt-4", "cl100k_base"), ("gpt-3.5", "cl100k_base"), ("gpt-35", "cl100k_base"),
    ];

    private readonly Lazy<TiktokenTokenizer>? tokenizer;

    private TokenScale(string name)
    {
        Name = name;
        tokenizer = name == Characters ? null : new Lazy<TiktokenTokenizer>(() => TiktokenTokenizer.CreateForEncoding(name));
    }

    /// <summary>The encoding's name, or <see cref="Characters"/>.</summary>
    public string Name { get; }

    /// <summary>Finds the scale of a model, such as <c>openai/gpt-5-mini</c>; what stands before the last slash does not matter.</summary>
    public static TokenScale Of(string model)
    {
        string name = model[(model.LastIndexOf('/') + 1)..];
        string? encoding = Encodings.FirstOrDefault(known => name.StartsWith(known.Beginning, StringComparison.Ordinal)).Encoding;
        return new TokenScale(encoding ?? Characters);
    }

    public long Count(string text) => tokenizer is null ? ByCharacters(text) : tokenizer.Value.CountTokens(text);

    // Four letters of English are a token, and about one and a half of most other scripts.
    private static long ByCharacters(string text)
    {
        long ascii = text.LongCount(char.IsAscii);
        return (long)Math.Ceiling((ascii / 4.0) + ((text.Length - ascii) / 1.5));
    }
}
