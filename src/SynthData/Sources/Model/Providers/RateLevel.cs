namespace SynthData.Sources.Model.Providers;

/// <summary>What a server says of one of its limits, requests or tokens, beside an answer.</summary>
/// <param name="Limit">The most in its window.</param>
/// <param name="Left">What is left of it.</param>
/// <param name="Reset">How long until it is all there again; null where the server does not say.</param>
internal readonly record struct RateLevel(double Limit, double Left, TimeSpan? Reset);
