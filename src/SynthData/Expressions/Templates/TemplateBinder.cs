using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions.Templates;

/// <summary>Reads templates and prompts: literals with <c>{column}</c>, <c>{expression?:format}</c>, <c>{{</c> and <c>}}</c>.</summary>
internal static class TemplateBinder
{
    /// <summary>Binds a template; null when a diagnostic was added.</summary>
    public static BoundTemplate? Bind(ExpressionText text, IScope scope, BindContext context, DiagnosticBag bag)
    {
        if (TemplateReader.Read(text, bag) is not { } pieces)
            return null;

        TemplatePart?[] parts = [.. pieces.Select(piece => Part(text, piece, scope, context, bag))];
        return Array.Exists(parts, part => part is null) ? null : new BoundTemplate(text, [.. parts!]);
    }

    /// <summary>Gives the dotted names a template mentions, each once, without binding it.</summary>
    public static ImmutableArray<string> Mentions(ExpressionText text) => TemplateReader.Read(text, []) is { } pieces
        ? [.. pieces.Where(piece => piece.Expression is not null).SelectMany(piece => ExpressionBinder.Mentions(piece.Expression!)).Distinct()]
        : [];

    private static TemplatePart? Part(ExpressionText template, TemplateHole piece, IScope scope, BindContext context, DiagnosticBag bag)
    {
        if (piece.Expression is null)
            return new TemplateLiteral(piece.Literal);
        if (ExpressionBinder.Bind(piece.Expression, scope, context, bag) is not { } expression)
            return null;
        if (expression.Type.Column is not { } column)
        {
            bag.Add(ExpressionDiagnostics.NotPrintable, piece.Expression.Position, expression.Text, expression.Type);
            return null;
        }

        if (piece.Format is { } format && !ValueFormat.Fits(format, column))
        {
            bag.Add(ExpressionDiagnostics.BadFormat, SourceMap.At(template, piece.FormatStart), format, expression.Type);
            return null;
        }

        return new TemplateValue(expression, piece.Format, piece.IsOptional);
    }
}
