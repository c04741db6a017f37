namespace SynthData.Expressions.Templates;

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart;

/// <summary>Text that stands as it is.</summary>
internal sealed record TemplateLiteral(string Text) : TemplatePart;

/// <summary><c>{expression?:format}</c></summary>
/// <param name="Format">Zeros for numbers, letters for dates and times; null for the spelling of CSV.</param>
/// <param name="IsOptional">True when a null is nothing instead of making the whole text null.</param>
internal sealed record TemplateValue(BoundExpression Expression, string? Format, bool IsOptional) : TemplatePart;
