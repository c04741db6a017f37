using SynthData.Diagnostics;

namespace SynthData.Expressions.Syntax;

/// <summary>Ends the parsing of one expression; never leaves the parser.</summary>
internal sealed class SyntaxFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
