namespace SynthData.Diagnostics;

/// <summary>Says that a schema or a request is wrong; carries everything that was found.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Wraps the diagnostics found.</summary>
    /// <param name="diagnostics">At least one error.</param>
    public SchemaException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Everything found, in file order: families SD1, SD2 and SD8.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
