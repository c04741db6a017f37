using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Replies;

/// <summary>Why a cell or row of a reply was not taken.</summary>
/// <param name="Rule">The rule's name or text, or the column.</param>
/// <param name="Message">What is wrong and what would be right, as told to the model.</param>
internal sealed record SlotProblem(string Code, string Rule, string Message)
{
    public static SlotProblem Of(DiagnosticDescriptor descriptor, string rule, params object?[] args)
    {
        Diagnostic diagnostic = descriptor.At(null, args);
        return new SlotProblem(descriptor.Code, rule, $"{diagnostic.Message} {diagnostic.Fix}");
    }
}
