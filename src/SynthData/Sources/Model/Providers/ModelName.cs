using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Providers;

/// <summary>A model as people name it: <c>openai/gpt-4o-mini</c>.</summary>
/// <param name="Provider">Before the first slash, lower-case.</param>
/// <param name="Name">After it, as the provider spells it.</param>
internal readonly record struct ModelName(string Provider, string Name)
{
    /// <exception cref="SchemaException">SD8001: there is no slash, or nothing on one side of it.</exception>
    public static ModelName Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1)
            throw new SchemaException([ProviderDiagnostics.MalformedModelName.At(null, text)]);
        return new ModelName(text[..slash].ToLowerInvariant(), text[(slash + 1)..]);
    }

    public override string ToString() => $"{Provider}/{Name}";
}
