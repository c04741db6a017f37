using System.Numerics;

namespace SynthData.Sources.Local.Patterns;

/// <summary>A state with the number of texts that can follow, ready for counting down a rank.</summary>
internal sealed class PatternState
{
    private static readonly BigInteger GreatestExact = BigInteger.One << 127;

    /// <summary>Makes a state whose successors are made.</summary>
    public PatternState(AutomatonState state, IReadOnlyList<PatternState> all)
    {
        Accepts = state.Accepts;
        Total = Accepts ? 1 : 0;
        Steps = new PatternStep[state.Steps.Length];
        for (int i = 0; i < Steps.Length; i++)
        {
            AutomatonStep step = state.Steps[i];
            PatternState target = all[step.Target];
            Steps[i] = new PatternStep([.. step.Characters], target);
            Total += target.Total * step.Characters.Length;
            MaxLength = Math.Max(MaxLength, target.MaxLength + 1);
        }

        IsWide = Total > GreatestExact;
        IsSmall = Total <= ulong.MaxValue;
        Count = IsWide ? UInt128.MaxValue : (UInt128)Total;
        WideSteps = IsWide ? PatternWideStep.Of(Steps, Total) : [];
    }

    /// <summary>Whether the text may end here.</summary>
    public bool Accepts { get; }

    /// <summary>The number of texts from here, exact.</summary>
    public BigInteger Total { get; }

    /// <summary>True when <see cref="Total"/> is above 2^127.</summary>
    public bool IsWide { get; }

    /// <summary>True when <see cref="Total"/> fits 64 bits; so it does for all states after this.</summary>
    public bool IsSmall { get; }

    /// <summary><see cref="Total"/>, unless wide.</summary>
    public UInt128 Count { get; }

    /// <summary>The length of the longest text from here, in UTF-16 units.</summary>
    public int MaxLength { get; }

    public PatternStep[] Steps { get; }

    public PatternWideStep[] WideSteps { get; }
}

/// <summary>Characters and where they lead, with the number of texts behind one of them and behind all.</summary>
internal readonly struct PatternStep
{
    public PatternStep(char[] characters, PatternState target)
    {
        Characters = characters;
        Target = target;
        Each = target.Count;
        Mass = target.IsWide ? UInt128.MaxValue : unchecked(target.Count * (UInt128)characters.Length);
        InverseEach = 1 / (double)Each;
        SmallEach = (ulong)Each;
        SmallMass = (ulong)Mass;
    }

    public char[] Characters { get; }

    public PatternState Target { get; }

    public UInt128 Each { get; }

    public UInt128 Mass { get; }

    /// <summary>1 / <see cref="Each"/>, to guess a quotient with.</summary>
    public double InverseEach { get; }

    public ulong SmallEach { get; }

    public ulong SmallMass { get; }
}

/// <summary>A step out of a state with too many texts to count in 128 bits: taken by chance, below a threshold of 64 bits.</summary>
internal readonly record struct PatternWideStep(char[] Characters, PatternState Target, ulong Threshold)
{
    /// <summary>Texts that any step taken leaves at least.</summary>
    public static readonly UInt128 LeastLeft = UInt128.One << 80;

    /// <summary>Steps that leave fewer are not taken: together they hold less than 2^-30 of the texts.</summary>
    public static PatternWideStep[] Of(PatternStep[] steps, BigInteger total)
    {
        PatternStep[] taken = [.. steps.Where(step => step.Target.Total >= LeastLeft)];
        PatternWideStep[] wide = new PatternWideStep[taken.Length];
        BigInteger sum = 0;
        for (int i = 0; i < taken.Length; i++)
        {
            sum += taken[i].Target.Total * taken[i].Characters.Length;
            ulong threshold = i == taken.Length - 1 ? ulong.MaxValue : (ulong)(sum * ulong.MaxValue / total);
            wide[i] = new PatternWideStep(taken[i].Characters, taken[i].Target, threshold);
        }

        return wide;
    }
}
