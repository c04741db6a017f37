using System.Diagnostics.CodeAnalysis;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Numerics.Patterns;

/// <summary>Reads the regular expression of a <c>pattern</c> column.</summary>
/// <remarks>
/// The language: characters; <c>.</c> (printable ASCII), <c>\d \D \w \W \s \S \t</c> and escaped signs; classes with ranges and negation
/// within printable ASCII; groups <c>(…)</c> and <c>(?:…)</c>; <c>|</c>; <c>?</c>, <c>{n}</c>, <c>{n,m}</c>; a leading <c>^</c> and a
/// trailing <c>$</c>. Every text made matches the same expression in .NET, but for a
/// count after a character beyond U+FFFF: here it is one character, there two.
/// </remarks>
internal static class PatternReader
{
    /// <summary>Reads a pattern and counts its texts.</summary>
    /// <param name="text">The regular expression.</param>
    /// <param name="position">Where it stands in the schema.</param>
    /// <param name="diagnostics">Receives what is wrong (SD2300 to SD2306).</param>
    /// <param name="pattern">The pattern, when nothing is wrong.</param>
    public static bool TryRead(string text, SourcePosition? position, DiagnosticBag diagnostics, [NotNullWhen(true)] out Pattern? pattern) =>
        TryRead(text, null, position, diagnostics, out pattern);

    /// <summary>Reads a pattern whose texts carry a check digit, with its places as 0.</summary>
    /// <param name="text">The regular expression.</param>
    /// <param name="checkDigit">Null for none.</param>
    /// <param name="position">Where it stands in the schema.</param>
    /// <param name="diagnostics">Receives what is wrong (SD2300 to SD2306, SD2309).</param>
    /// <param name="pattern">The pattern, when nothing is wrong.</param>
    public static bool TryRead(
        string text, CheckDigitKind? checkDigit, SourcePosition? position, DiagnosticBag diagnostics, [NotNullWhen(true)] out Pattern? pattern)
    {
        try
        {
            PatternNode? tree = new PatternParser(text).Parse();
            string? whyNot = null;
            if (checkDigit is { } kind)
                tree = PatternPlaces.Without(tree, kind, out whyNot);
            if (tree is null)
            {
                diagnostics.Add(PatternDiagnostics.NoCheckDigit, position, text, checkDigit!.Value.ToString().ToLowerInvariant(), whyNot);
                pattern = null;
                return false;
            }

            PatternStates states = PatternStates.Of(tree);
            pattern = new Pattern(PatternAutomaton.Of(states));
            return true;
        }
        catch (PatternFault fault)
        {
            object?[] arguments = fault.Descriptor == PatternDiagnostics.TooAmbiguous
                ? [text, fault.Detail]
                : [text, fault.Index + 1, fault.Detail];
            diagnostics.Add(fault.Descriptor, position, arguments);
            pattern = null;
            return false;
        }
    }
}
