using SynthData.Numerics;

namespace SynthData.Comparing.Texts;

/// <summary>How the vocabulary of a column grows with its text.</summary>
/// <remarks>
/// Heaps' law: V(n) = K · n^β different words among n (Herdan 1960; Heaps 1978, section 7.5). β is the slope of the straight line that fits log V over log n
/// best by least squares, at 100, 200, 400, … words. Natural prose has 0.4 to 0.6 or more, a short list of sentences used again and again goes to 0.
/// </remarks>
internal sealed class WordGrowth
{
    private const int FirstPoint = 100;
    private const int LeastPoints = 3;
    private readonly Dictionary<int, int> distinct = new() { [1_000] = 0, [10_000] = 0, [100_000] = 0 };

    private WordGrowth()
    {
    }

    /// <summary>The exponent β; null below 400 words.</summary>
    public double? Exponent { get; private set; }

    /// <summary>Different words among the first 1,000, 10,000 or 100,000; null where there are fewer.</summary>
    public int? At(int words) => distinct[words] is > 0 and int count ? count : null;

    /// <param name="texts">The words of each text, in order.</param>
    public static WordGrowth Of(IEnumerable<string[]> texts)
    {
        var growth = new WordGrowth();
        List<(double Words, double Distinct)> points = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int words = 0;
        int nextPoint = FirstPoint;
        foreach (string word in texts.SelectMany(text => text))
        {
            seen.Add(word);
            words++;
            if (growth.distinct.ContainsKey(words))
                growth.distinct[words] = seen.Count;
            if (words != nextPoint)
                continue;
            points.Add((Transcendental.Log(words), Transcendental.Log(seen.Count)));
            nextPoint *= 2;
        }

        growth.Exponent = points.Count < LeastPoints ? null : Slope(points);
        return growth;
    }

    private static double Slope(List<(double X, double Y)> points)
    {
        double meanX = points.Average(point => point.X);
        double meanY = points.Average(point => point.Y);
        double covariance = points.Sum(point => (point.X - meanX) * (point.Y - meanY));
        return covariance / points.Sum(point => (point.X - meanX) * (point.X - meanX));
    }
}
