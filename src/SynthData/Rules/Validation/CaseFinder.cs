using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Finds each row's case: the first whose condition is TRUE.</summary>
internal static class CaseFinder
{
    /// <summary>No case is TRUE.</summary>
    public const int None = -1;

    /// <summary>A condition could not be computed.</summary>
    public const int Failed = -2;

    private const int Open = -3;

    public static int[] Find(CasesCells cases, Frame frame)
    {
        var found = new int[frame.Count];
        Array.Fill(found, Open);
        var truths = new Truth[frame.Count];
        for (int index = 0; index < cases.Cases.Length; index++)
        {
            if (cases.Cases[index].When is { } when)
                when.Test(frame, truths);
            else
                Array.Fill(truths, Truth.True);
            for (int row = 0; row < frame.Count; row++)
            {
                if (found[row] == Open && truths[row] is Truth.True or Truth.Error)
                    found[row] = truths[row] == Truth.True ? index : Failed;
            }
        }

        for (int row = 0; row < frame.Count; row++)
            found[row] = found[row] == Open ? None : found[row];
        return found;
    }
}
