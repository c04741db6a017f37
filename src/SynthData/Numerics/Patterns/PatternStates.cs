using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Numerics.Patterns;

/// <summary>A pattern as an automaton that may be in several states at once (Thompson 1968), counts written out.</summary>
internal sealed class PatternStates
{
    /// <summary>The greatest number of states.</summary>
    public const int MaxStates = 16_384;

    private readonly List<State> states = [];

    private PatternStates()
    {
    }

    public int Count => states.Count;

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <exception cref="PatternFault">The pattern has too many parts.</exception>
    public static PatternStates Of(PatternNode tree)
    {
        PatternStates made = new();
        made.Start = made.New(0);
        made.End = made.Append(tree, made.Start, 0);
        return made;
    }

    /// <summary>The characters that leave a state, default when none do.</summary>
    public ImmutableArray<char> Characters(int state) => states[state].Characters;

    /// <summary>Where a state's characters lead.</summary>
    public int Target(int state) => states[state].Target;

    /// <summary>States that a state is in as well.</summary>
    public IReadOnlyList<int> Silent(int state) => states[state].Silent;

    // Gives the state at which the part ends. A state that characters leave has no silent ones: each part makes its own end.
    private int Append(PatternNode node, int from, int index)
    {
        switch (node)
        {
            case CharacterNode characters:
                int target = New(index);
                states[from].Characters = characters.Characters;
                states[from].Target = target;
                return target;
            case SequenceNode sequence:
                foreach (PatternNode part in sequence.Parts)
                    from = Append(part, from, index);
                return from;
            case ChoiceNode choice:
                List<int> ends = [];
                foreach (PatternNode branch in choice.Branches)
                    ends.Add(Append(branch, Step(from, index), index));
                return Join(ends, index);
            default:
                return Repeated((RepeatNode)node, from);
        }
    }

    private int Repeated(RepeatNode repeat, int from)
    {
        for (int time = 0; time < repeat.Least; time++)
            from = Append(repeat.Part, Step(from, repeat.Index), repeat.Index);

        List<int> ends = [from];
        for (int time = repeat.Least; time < repeat.Most; time++)
        {
            from = Append(repeat.Part, Step(from, repeat.Index), repeat.Index);
            ends.Add(from);
        }

        return Join(ends, repeat.Index);
    }

    private int Step(int from, int index)
    {
        int next = New(index);
        states[from].Silent.Add(next);
        return next;
    }

    private int Join(List<int> ends, int index)
    {
        int joined = New(index);
        foreach (int end in ends)
            states[end].Silent.Add(joined);
        return joined;
    }

    private int New(int index)
    {
        if (states.Count == MaxStates)
            throw new PatternFault(PatternDiagnostics.TooLong, index, MaxStates);
        states.Add(new State());
        return states.Count - 1;
    }

    private sealed class State
    {
        public ImmutableArray<char> Characters { get; set; }

        public int Target { get; set; }

        public List<int> Silent { get; } = [];
    }
}
