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
internal sealed class NumberStep(long low, int count, int decimals, uint word) : TextStep
{
    public override void Write(ref TextExpansion text)
    {
        decimal number = low + text.Choose(this, 1, count, word);
        Span<char> digits = stackalloc char[32];
        for (int place = 0; place < decimals; place++)
            number /= 10;
        number.TryFormat(digits, out int length, Formats[decimals], CultureInfo.InvariantCulture);
        text.Append(digits[..length]);
    }

    private static readonly string[] Formats = ["F0", "F1", "F2", "F3", "F4", "F5", "F6"];
}

/// <summary>One of several options.</summary>
internal sealed class ChoiceStep(ImmutableArray<ImmutableArray<TextStep>> options, uint word) : TextStep
{
    public override void Write(ref TextExpansion text) => Write(options[text.Choose(this, 1, options.Length, word)], ref text);
}

/// <summary>What the row's cell chooses.</summary>
internal sealed class VariantStep(ScopeColumn column, ImmutableDictionary<string, ImmutableArray<TextStep>> cases, ImmutableArray<TextStep> otherwise) : TextStep
{
    public override void Write(ref TextExpansion text) =>
        Write(text.CellOf(column) is { } cell && cases.TryGetValue(cell, out ImmutableArray<TextStep> chosen) ? chosen : otherwise, ref text);
}
