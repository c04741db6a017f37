using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Sources.Local.Patterns;

/// <summary>A pattern as a deterministic automaton: each text it spells is exactly one path. It has no cycles.</summary>
/// <param name="States">The first is the start; a state stands somewhere before those it leads to in <paramref name="Order"/>.</param>
/// <param name="Order">The states from the start on.</param>
internal sealed record PatternAutomaton(ImmutableArray<AutomatonState> States, ImmutableArray<int> Order)
{
    /// <summary>The greatest number of states.</summary>
    public const int MaxStates = 16_384;

    // Elementary steps of the construction; some tenths of a second.
    private const long MaxWork = 8_000_000;

    /// <summary>Follows all readings of a text at once (Rabin and Scott 1959).</summary>
    /// <exception cref="PatternFault">It takes too many states.</exception>
    public static PatternAutomaton Of(PatternStates pattern)
    {
        CharacterAtoms atoms = new(pattern);
        Dictionary<string, int> numbers = [];
        List<string> readings = [];
        long work = 0;

        int Number(string reading)
        {
            work += reading.Length;
            if (numbers.TryGetValue(reading, out int known))
                return known;
            if (readings.Count == MaxStates || work > MaxWork)
                throw new PatternFault(PatternDiagnostics.TooAmbiguous, 0, MaxStates);
            numbers.Add(reading, readings.Count);
            readings.Add(reading);
            return readings.Count - 1;
        }

        var states = ImmutableArray.CreateBuilder<AutomatonState>();
        Number(Closure(pattern, [pattern.Start], ref work));
        for (int index = 0; index < readings.Count; index++)
        {
            SortedDictionary<int, List<char>> steps = [];
            foreach ((int atom, List<int> targets) in Targets(pattern, atoms, readings[index], ref work))
            {
                int target = Number(Closure(pattern, targets, ref work));
                if (!steps.TryGetValue(target, out List<char>? characters))
                    steps.Add(target, characters = []);
                characters.AddRange(atoms.Characters(atom));
            }

            bool accepts = readings[index].Contains((char)pattern.End);
            states.Add(new AutomatonState(accepts, [.. steps.Select(step => new AutomatonStep([.. step.Value.Order()], step.Key))]));
        }

        return new PatternAutomaton(states.ToImmutable(), Sort(states));
    }

    private static Dictionary<int, List<int>> Targets(PatternStates pattern, CharacterAtoms atoms, string reading, ref long work)
    {
        Dictionary<int, List<int>> targets = [];
        foreach (char state in reading)
        {
            foreach (int atom in atoms.Of(pattern.Characters(state)))
            {
                if (!targets.TryGetValue(atom, out List<int>? list))
                    targets.Add(atom, list = []);
                list.Add(pattern.Target(state));
                work++;
            }
        }

        return targets;
    }

    // States reached without a character, as a sorted text of their numbers; those that neither read nor end are left out.
    private static string Closure(PatternStates pattern, List<int> from, ref long work)
    {
        HashSet<int> reached = [.. from];
        Stack<int> open = new(reached);
        List<char> kept = [];
        while (open.TryPop(out int state))
        {
            if (!pattern.Characters(state).IsDefault || state == pattern.End)
                kept.Add((char)state);
            foreach (int next in pattern.Silent(state))
            {
                work++;
                if (reached.Add(next))
                    open.Push(next);
            }
        }

        kept.Sort();
        return new string([.. kept]);
    }

    // Kahn's order: a state comes once all that lead to it have come.
    private static ImmutableArray<int> Sort(ImmutableArray<AutomatonState>.Builder states)
    {
        int[] incoming = new int[states.Count];
        foreach (AutomatonState state in states)
        {
            foreach (AutomatonStep step in state.Steps)
                incoming[step.Target]++;
        }

        var order = ImmutableArray.CreateBuilder<int>(states.Count);
        order.Add(0);
        for (int index = 0; index < order.Count; index++)
        {
            foreach (AutomatonStep step in states[order[index]].Steps)
            {
                if (--incoming[step.Target] == 0)
                    order.Add(step.Target);
            }
        }

        return order.ToImmutable();
    }
}

/// <summary>A state: whether a text may end here, and how it may go on.</summary>
internal sealed record AutomatonState(bool Accepts, ImmutableArray<AutomatonStep> Steps);

/// <summary>One of several characters, sorted, and the state they lead to.</summary>
internal sealed record AutomatonStep(ImmutableArray<char> Characters, int Target);
