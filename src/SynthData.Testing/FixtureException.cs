using SynthData.Diagnostics;

namespace SynthData.Testing;

/// <summary>Says that a test and its schema do not go together, or that checked-in files are not what their schema makes.</summary>
/// <remarks>The message is made to be read in the output of a failed test: every finding on lines of its own, with what to do.</remarks>
public sealed class FixtureException : Exception
{
    /// <summary>Wraps what was found.</summary>
    /// <param name="diagnostics">At least one.</param>
    public FixtureException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics))
    {
        Diagnostics = diagnostics;
    }

    internal FixtureException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>Everything found: codes SD8421 to SD8439, and SD5 where files differ.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
