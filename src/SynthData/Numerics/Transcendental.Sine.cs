namespace SynthData.Numerics;

/// <content>The sine, of turns: their fraction is exact where that of radians is not.</content>
internal static partial class Transcendental
{
    private const double Turn = 6.283185307179586476925;

    /// <summary>The sine of so many turns, 0 to 1; within two units in the last place of 1.</summary>
    public static double SineOfTurn(double turn)
    {
        double sign = turn >= 0.5 ? -1 : 1;
        double half = turn >= 0.5 ? turn - 0.5 : turn;
        double quarter = half > 0.25 ? 0.5 - half : half;
        return sign * (quarter <= 0.125 ? SineSeries(quarter * Turn) : CosineSeries((0.25 - quarter) * Turn));
    }

    // Taylor's series from the last term; an eighth of a turn is the greatest argument.
    private static double SineSeries(double x)
    {
        double square = x * x;
        double sum = 1;
        for (int n = 18; n >= 2; n -= 2)
            sum = 1 - (square / (n * (n + 1)) * sum);
        return x * sum;
    }

    private static double CosineSeries(double x)
    {
        double square = x * x;
        double sum = 1;
        for (int n = 19; n >= 1; n -= 2)
            sum = 1 - (square / (n * (n + 1)) * sum);
        return sum;
    }
}
