using SynthData.Diagnostics;

namespace SynthData.Jobs;

/// <summary>Says that a job file is wrong; carries everything that was found, in its schemas as well.</summary>
internal sealed class JobException(IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join(Environment.NewLine, diagnostics))
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
