using SynthData.Schema;

namespace SynthData.Expressions.Templates;

/// <summary>A placeholder as written, before its expression is bound; or, without expression, a literal.</summary>
/// <param name="FormatStart">Offset of the format in the template.</param>
internal sealed record TemplateHole(string Literal, ExpressionText? Expression, string? Format, int FormatStart, bool IsOptional);
