using System.Reflection;

namespace SynthData.Cli;

/// <summary>Texts that come inside the program, since a tool is installed without its repository.</summary>
internal static class ShippedText
{
    private static readonly Assembly Program = typeof(ShippedText).Assembly;

    /// <summary>Names of the texts, such as <c>schemas/bike-shop.yaml</c>.</summary>
    public static IEnumerable<string> Names => Program.GetManifestResourceNames().Order(StringComparer.Ordinal);

    /// <summary>Reads a text; null where there is none of that name.</summary>
    public static string? Find(string name)
    {
        using Stream? shipped = Program.GetManifestResourceStream(name);
        if (shipped is null)
            return null;
        using StreamReader reader = new(shipped);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Reads a text that the program was built with.</summary>
    public static string Read(string name) => Find(name) ?? throw new InvalidOperationException($"The program was built without '{name}'.");
}
