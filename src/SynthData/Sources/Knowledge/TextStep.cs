using System.Collections.Immutable;
using System.Globalization;
using SynthData.Expressions;

namespace SynthData.Sources.Knowledge;

/// <summary>A part of a text, ready to be written for a row. Immutable and thread-safe.</summary>
internal abstract class TextStep
{
    public abstract void Write(ref TextExpansion text);

    public static void Write(ImmutableArray<TextStep> steps, ref TextExpansion text)
    {
        foreach (TextStep step in steps)
            step.Write(ref text);
    }
}

internal sealed class LiteralStep(string literal) : TextStep
{
    public override void Write(ref TextExpansion text) => text.Append(literal);
}

/// <summary>The row's own cell, as CSV writes it.</summary>
internal sealed class ColumnStep(ScopeColumn column) : TextStep
{
    public override void Write(ref TextExpansion text) => text.Append(column);
}

/// <summary>The item drawn from a list, or a form of it.</summary>
internal sealed class ListStep(ListSpace list, int number, string? form) : TextStep
{
    public override void Write(ref TextExpansion text)
    {
        if (list.Draw(ref text, number) is { } item)
            Write(item.Form(form), ref text);
    }
}

/// <summary>What the tag of the item drawn from a list chooses.</summary>
internal sealed class TagStep(ListSpace list, int number, ImmutableDictionary<string, ImmutableArray<TextStep>> cases, ImmutableArray<TextStep> otherwise) : TextStep
{
    public override void Write(ref TextExpansion text)
    {
        if (list.Draw(ref text, number) is { } item)
            Write(item.Tag is { } tag && cases.TryGetValue(tag, out ImmutableArray<TextStep> chosen) ? chosen : otherwise, ref text);
    }
}

/// <summary>A number of a range.</summary>
/// <param name="low">In units of the last decimal.</param>
internal sealed class NumberStep(long low, int count, int decimals, int site, uint word) : TextStep
{
    private static readonly long[] Units = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    private static readonly string[] Fractions = ["", "D1", "D2", "D3", "D4", "D5", "D6"];

    public override void Write(ref TextExpansion text)
    {
        long number = low + text.Choose(site, count, word);
        Span<char> digits = stackalloc char[24];
        if (number < 0)
            text.Append("-");
        (long whole, long rest) = Math.DivRem(Math.Abs(number), Units[decimals]);
        whole.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        text.Append(digits[..length]);
        if (decimals == 0)
            return;
        text.Append(".");
        rest.TryFormat(digits, out length, Fractions[decimals], CultureInfo.InvariantCulture);
        text.Append(digits[..length]);
    }
}

/// <summary>One of several options.</summary>
internal sealed class ChoiceStep(ImmutableArray<ImmutableArray<TextStep>> options, int site, uint word) : TextStep
{
    public override void Write(ref TextExpansion text) => Write(options[text.Choose(site, options.Length, word)], ref text);
}

/// <summary>What the row's cell chooses.</summary>
internal sealed class VariantStep(ScopeColumn column, ImmutableDictionary<string, ImmutableArray<TextStep>> cases, ImmutableArray<TextStep> otherwise) : TextStep
{
    public override void Write(ref TextExpansion text) =>
        Write(text.CellOf(column) is { } cell && cases.TryGetValue(cell, out ImmutableArray<TextStep> chosen) ? chosen : otherwise, ref text);
}
