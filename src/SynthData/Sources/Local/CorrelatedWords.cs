using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Words that correlate with those of other columns.</summary>
/// <remarks>
/// A word is the uniform number Φ(y), where y is the sum of the standard normal values of several streams, each at the same row and
/// draw. What is made of the column's own stream alone are that stream's words. Immutable and thread-safe.
/// </remarks>
internal sealed class CorrelatedWords
{
    private const double TwoTo53 = 1L << 53;

    private readonly StreamKey[] streams;
    private readonly double[] factors;
    private readonly bool isOwn;

    /// <param name="plan">What the words are made of.</param>
    /// <param name="own">The column's own stream.</param>
    /// <param name="key">Gives the key of a stream of the table.</param>
    public CorrelatedWords(CorrelationPlan plan, string own, Func<string, StreamKey> key)
    {
        double sign = plan.IsFalling ? -1 : 1;
        streams = [.. plan.Streams.Select(stream => key(stream.Name))];
        factors = [.. plan.Streams.Select(stream => stream.Factor * sign)];
        isOwn = plan.Streams is [{ } only] && only.Name == own && factors[0] == 1;
    }

    /// <summary>Writes a word for each row.</summary>
    public void Fill(in FillRows rows, Span<ulong> words)
    {
        if (isOwn)
        {
            rows.Words(streams[0], 0, words);
            return;
        }

        using var sums = new Rented<double>(words.Length);
        sums.Span.Clear();
        for (int index = 0; index < streams.Length; index++)
        {
            rows.Words(streams[index], 0, words);
            for (int row = 0; row < words.Length; row++)
                sums.Span[row] += factors[index] * StandardNormal.Quantile(StreamKey.ToUniform(words[row]));
        }

        for (int row = 0; row < words.Length; row++)
            words[row] = (ulong)Math.Min(StandardNormal.Cdf(sums.Span[row]) * TwoTo53, TwoTo53 - 1) << 11;
    }
}
