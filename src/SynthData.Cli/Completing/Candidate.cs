namespace SynthData.Cli.Completing;

/// <summary>A word that could stand at the cursor.</summary>
/// <param name="Value">The whole word. One that ends in <c>=</c>, <c>/</c> or <c>:</c> goes on, so that shells put no blank behind it.</param>
/// <param name="About">What it is, for shells that show it; on one line.</param>
internal sealed record Candidate(string Value, string About = "");
