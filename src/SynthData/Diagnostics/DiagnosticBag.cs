using System.Collections;

namespace SynthData.Diagnostics;

/// <summary>Collects the diagnostics of one reading, so that all errors are told at once.</summary>
internal sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> diagnostics = [];

    public int Count => diagnostics.Count;

    public bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Add(Diagnostic diagnostic)
    {
        if (!diagnostics.Contains(diagnostic))
            diagnostics.Add(diagnostic);
    }

    public void Add(DiagnosticDescriptor descriptor, SourcePosition? position, params object?[] args) =>
        Add(descriptor.At(position, args));

    public void AddRange(IEnumerable<Diagnostic> added)
    {
        foreach (Diagnostic diagnostic in added)
            Add(diagnostic);
    }

    /// <summary>Throws everything found, in file order, if anything found is an error.</summary>
    /// <exception cref="SchemaException">At least one error was found.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new SchemaException(InFileOrder());
    }

    public IReadOnlyList<Diagnostic> InFileOrder() =>
        [.. diagnostics.OrderBy(d => d.Position?.File, StringComparer.Ordinal).ThenBy(d => d.Position?.Line).ThenBy(d => d.Position?.Column)];

    public IEnumerator<Diagnostic> GetEnumerator() => diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
