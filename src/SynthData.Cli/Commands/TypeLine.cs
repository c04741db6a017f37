using System.Collections.Immutable;
using SynthData.Catalogue;

namespace SynthData.Cli.Commands;

/// <summary>One thing that a column can be, as <c>types</c> lists it.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Stability">Whether the first 100 of 1,000 rows are the 100 rows.</param>
/// <param name="Example">What a schema writes, or for a semantic type a value.</param>
/// <param name="Semantic">The semantic type that the line tells of, if it is one.</param>
internal sealed record TypeLine(string Group, string Name, string Type, string Stability, string About, string Example, SemanticType? Semantic = null)
{
    /// <summary>Everything in the catalogue that can be used, group by group.</summary>
    public static ImmutableArray<TypeLine> All { get; } =
    [
        .. SourceKinds.All.Select(Of),
        .. Distributions.All.Select(Of),
        .. SemanticTypes.All.Select(Of),
    ];

    /// <summary>Finds what a filter keeps: the thing or the group it names, else all that mentions it.</summary>
    public static ImmutableArray<TypeLine> Find(string? filter)
    {
        if (filter is null)
            return All;
        if (All.FirstOrDefault(line => Same(line.Name, filter)) is { } one)
            return [one];
        ImmutableArray<TypeLine> group = [.. All.Where(line => Same(line.Group, filter) || Same(line.Semantic?.Group, filter))];
        return group.IsEmpty ? [.. All.Where(line => line.Mentions(filter))] : group;
    }

    private static bool Same(string? name, string filter) => string.Equals(name, filter, StringComparison.OrdinalIgnoreCase);

    private bool Mentions(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || About.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Group.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (Semantic?.Standard.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false);

    private static TypeLine Of(SourceKind kind) => new("Sources", kind.Keyword, kind.Type, Words(kind.Stability), kind.About, kind.Example);

    private static TypeLine Of(Distribution distribution) => new(
        "Distributions",
        distribution.Name,
        distribution.TakesTimes ? "numbers, dates, times" : "whole numbers",
        "yes",
        distribution.About,
        distribution.Example);

    private static TypeLine Of(SemanticType type) => new(
        $"Semantic types: {type.Group}",
        type.Name,
        type.Type.ToString(),
        type.CanBeUnique ? Words(PrefixStability.StableUnlessUniqueOrExact) : "yes",
        type.About,
        type.Example(type.Locales[0].Locale),
        type);

    private static string Words(PrefixStability stability) => stability switch
    {
        PrefixStability.Stable => "yes",
        PrefixStability.StableUnlessUniqueOrExact => "unless unique or exact",
        PrefixStability.StablePerParent => "while its parents stay",
        _ => "as what it reads",
    };
}
