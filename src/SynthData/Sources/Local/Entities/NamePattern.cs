using System.Collections.Immutable;

namespace SynthData.Sources.Local.Entities;

/// <summary>A text with places for words in braces, such as <c>{last} &amp; {last2}</c>, taken apart once.</summary>
internal sealed class NamePattern
{
    public NamePattern(string pattern)
    {
        string[] pieces = pattern.Split('{', '}');
        Parts = [.. pieces.Select((piece, index) => (index % 2 == 1, piece)).Where(part => part.piece.Length > 0)];
    }

    /// <summary>In order; a place's text is its name.</summary>
    public ImmutableArray<(bool IsPlace, string Text)> Parts { get; }
}
