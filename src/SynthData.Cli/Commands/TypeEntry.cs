using System.Collections.Immutable;

namespace SynthData.Cli.Commands;

/// <summary>One thing that a column can be, as <c>types</c> lists it.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Example">What a schema writes, or a value.</param>
internal sealed record TypeEntry(string Group, string Name, string Type, bool IsPrefixStable, string About, string Example)
{
    /// <summary>Everything in the catalogue, group by group.</summary>
    public static ImmutableArray<TypeEntry> All { get; } = [];

    public bool Mentions(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || About.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Group.Contains(text, StringComparison.OrdinalIgnoreCase);
}
