namespace SynthData.Diagnostics;

/// <summary>Says that a run could not deliver every row asked for; nothing half-made is left at a final name.</summary>
public sealed class GenerationException : Exception
{
    /// <summary>Wraps the diagnostic that ended the run.</summary>
    public GenerationException(Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic.ToString(), inner)
    {
        Diagnostic = diagnostic;
    }

    /// <summary>What ended the run: families SD3 and SD4 (rows are short), SD5 (output), SD6 (model or journal).</summary>
    public Diagnostic Diagnostic { get; }
}
