using SynthData.Manifest;

namespace SynthData;

/// <summary>How a run ended.</summary>
/// <param name="Manifest">What is there now.</param>
/// <param name="WasComplete">Whether it was there before, so that nothing was made.</param>
internal sealed record RunOutcome(RunManifest Manifest, bool WasComplete);
