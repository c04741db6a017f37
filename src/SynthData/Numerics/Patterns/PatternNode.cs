using System.Collections.Immutable;

namespace SynthData.Numerics.Patterns;

/// <summary>A part of a pattern, as read.</summary>
internal abstract record PatternNode;

/// <summary>One of several characters, sorted and distinct.</summary>
internal sealed record CharacterNode(ImmutableArray<char> Characters) : PatternNode;

/// <summary>One after the other; none at all for the empty text.</summary>
internal sealed record SequenceNode(ImmutableArray<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(ImmutableArray<PatternNode> Branches) : PatternNode;

/// <summary>A part repeated.</summary>
/// <param name="Part">What is repeated.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most.</param>
/// <param name="Index">Where its count begins in the pattern.</param>
internal sealed record RepeatNode(PatternNode Part, int Least, int Most, int Index) : PatternNode;
