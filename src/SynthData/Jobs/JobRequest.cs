namespace SynthData.Jobs;

/// <summary>What is handed to a job from outside.</summary>
/// <param name="Overrides">Values of params (<c>--set</c>).</param>
/// <param name="AsOf">The day (<c>--as-of</c>), or null.</param>
/// <param name="Environment">Looks a variable up; null where it is not set.</param>
internal sealed record JobRequest(IReadOnlyDictionary<string, string> Overrides, DateOnly? AsOf, Func<string, string?> Environment);
