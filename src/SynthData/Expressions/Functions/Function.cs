using System.Collections.Immutable;

namespace SynthData.Expressions.Functions;

/// <summary>A function of the language, with what its documentation says.</summary>
/// <param name="Doc">One sentence.</param>
/// <param name="Example">A call of literals.</param>
/// <param name="Result">What the example gives, as CSV writes it.</param>
internal sealed record Function(string Name, string Doc, string Example, string Result, ImmutableArray<Overload> Overloads)
{
    public string Signatures => string.Join(" or ", Overloads.Select(overload => overload.Signature).Distinct());
}
