namespace SynthData.Numerics.Patterns;

/// <summary>All texts a pattern spells, numbered: rank to text, each text once however many ways it can be read. Immutable and thread-safe.</summary>
/// <remarks>
/// A state's texts are those that end there, then those of each step, character by character; a rank is counted down along them.
/// Unique texts are ranks of a <see cref="RankPermutation"/> over <see cref="Capacity"/>, others uniform ranks below it.
/// </remarks>
internal sealed class Pattern
{
    // 2^80 in a product's upper 128 bits.
    private const int WideShift = 48;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly PatternState start;

    public Pattern(PatternAutomaton automaton)
    {
        PatternState[] states = new PatternState[automaton.States.Length];
        for (int i = automaton.Order.Length - 1; i >= 0; i--)
            states[automaton.Order[i]] = new PatternState(automaton.States[automaton.Order[i]], states);
        start = states[0];
        Capacity = start.IsWide ? PatternWideStep.LeastLeft : start.Count;
    }

    /// <summary>How many ranks there are: distinct ranks give distinct texts. The exact number of texts, unless <see cref="IsWide"/>.</summary>
    public UInt128 Capacity { get; }

    /// <summary>True for more than 2^127 texts: there are 2^80 ranks then, spread over the texts by a hash.</summary>
    public bool IsWide => start.IsWide;

    /// <summary>The length of the longest text in UTF-16 units.</summary>
    public int MaxLength => start.MaxLength;

    /// <summary>Writes the text of a rank.</summary>
    /// <param name="rank">Below <see cref="Capacity"/>.</param>
    /// <param name="target">At least <see cref="MaxLength"/> long.</param>
    /// <returns>The length of the text.</returns>
    public int Write(UInt128 rank, Span<char> target)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Capacity);
        PatternState state = start;
        int length = 0;
        if (state.IsWide)
        {
            state = WriteByChance(rank, target, ref length);
            rank = Spread(rank, state.Count);
        }

        while (!state.IsSmall)
        {
            if (state.Accepts && rank-- == 0)
                return length;
            state = Descend(state, ref rank, out target[length]);
            length++;
        }

        return WriteSmall(state, (ulong)rank, target, length);
    }

    /// <summary>Whether a text is one of the pattern's, from its first character to its last.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        PatternState state = start;
        foreach (char character in text)
        {
            int step = Array.FindIndex(state.Steps, candidate => Array.BinarySearch(candidate.Characters, character) >= 0);
            if (step < 0)
                return false;
            state = state.Steps[step].Target;
        }

        return state.Accepts;
    }

    private static int WriteSmall(PatternState state, ulong rank, Span<char> target, int length)
    {
        for (; ; length++)
        {
            if (state.Accepts && rank-- == 0)
                return length;

            PatternStep[] steps = state.Steps;
            int index = 0;
            while (rank >= steps[index].SmallMass)
                rank -= steps[index++].SmallMass;

            ref readonly PatternStep step = ref steps[index];
            ulong character = 0;
            if (step.Characters.Length > 1)
                (character, rank) = Math.DivRem(rank, step.SmallEach);
            target[length] = step.Characters[character];
            state = step.Target;
        }
    }

    private static PatternState Descend(PatternState state, ref UInt128 rank, out char written)
    {
        int index = 0;
        while (rank >= state.Steps[index].Mass)
            rank -= state.Steps[index++].Mass;

        ref readonly PatternStep step = ref state.Steps[index];
        // Division by way of a guess that is one off at most, which the remainder tells: 128-bit division is slow.
        int character = (int)((double)rank * step.InverseEach);
        UInt128 before = (uint)character * step.Each;
        if (before > rank)
        {
            character--;
            before -= step.Each;
        }

        rank -= before;
        if (rank >= step.Each)
        {
            character++;
            rank -= step.Each;
        }

        written = step.Characters[character];
        return step.Target;
    }

    // Each of the 2^80 ranks has a stretch of the count to itself and a place in it by chance.
    private UInt128 Spread(UInt128 rank, UInt128 count)
    {
        UInt128 first = Wide.High(rank << WideShift, count);
        UInt128 end = rank + 1 == Capacity ? count : Wide.High((rank + 1) << WideShift, count);
        ulong word = Word(rank, -1);
        return first + Wide.Below(end - first, word, StreamKey.Mix(word + Golden));
    }

    private static ulong Word(UInt128 rank, int place) =>
        StreamKey.Mix(StreamKey.Mix((ulong)rank + ((ulong)place * Golden)) ^ (ulong)(rank >> 64));

    // Any way through the wide states leaves more texts than there are ranks, and equal beginnings go on from the same state: so
    // that counting down the rest of the rank keeps texts apart.
    private PatternState WriteByChance(UInt128 rank, Span<char> target, ref int length)
    {
        PatternState state = start;
        while (state.IsWide)
        {
            ulong word = Word(rank, length);
            PatternWideStep[] steps = state.WideSteps;
            int index = 0;
            while (index < steps.Length - 1 && word >= steps[index].Threshold)
                index++;

            char[] characters = steps[index].Characters;
            target[length++] = characters[Math.BigMul(StreamKey.Mix(word + Golden), (ulong)characters.Length, out _)];
            state = steps[index].Target;
        }

        return state;
    }
}
