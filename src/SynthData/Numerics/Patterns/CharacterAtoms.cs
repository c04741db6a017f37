using System.Collections.Immutable;

namespace SynthData.Numerics.Patterns;

/// <summary>The characters of a pattern in groups that it never tells apart: every set it uses is a union of some.</summary>
internal sealed class CharacterAtoms
{
    private readonly Dictionary<string, ImmutableArray<int>> atomsOfSet = [];
    private readonly List<List<char>> atoms = [];

    public CharacterAtoms(PatternStates pattern)
    {
        List<string> sets = [];
        for (int state = 0; state < pattern.Count; state++)
        {
            ImmutableArray<char> characters = pattern.Characters(state);
            if (!characters.IsDefault && atomsOfSet.TryAdd(Key(characters), []))
                sets.Add(Key(characters));
        }

        SortedDictionary<char, string> memberships = [];
        for (int set = 0; set < sets.Count; set++)
        {
            foreach (char c in sets[set])
                memberships[c] = memberships.GetValueOrDefault(c, "") + (char)set;
        }

        Dictionary<string, int> numbers = [];
        foreach ((char c, string membership) in memberships)
        {
            if (numbers.TryAdd(membership, atoms.Count))
                atoms.Add([]);
            atoms[numbers[membership]].Add(c);
        }

        foreach (string set in sets)
            atomsOfSet[set] = [.. set.Select(c => numbers[memberships[c]]).Distinct()];
    }

    public IReadOnlyList<char> Characters(int atom) => atoms[atom];

    /// <summary>The atoms of a set the pattern uses; none of the default.</summary>
    public ImmutableArray<int> Of(ImmutableArray<char> set) => set.IsDefault ? [] : atomsOfSet[Key(set)];

    private static string Key(ImmutableArray<char> set) => new(set.AsSpan());
}
