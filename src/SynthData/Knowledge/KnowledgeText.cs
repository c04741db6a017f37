using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Knowledge;

/// <summary>A text with places that differ by row.</summary>
/// <param name="Written">As the file has it.</param>
internal sealed record KnowledgeText(string Written, ImmutableArray<TextPart> Parts, SourcePosition Position)
{
    /// <summary>Every part, those inside options among them, in the order written.</summary>
    public IEnumerable<TextPart> All => Parts.SelectMany(Within);

    private static IEnumerable<TextPart> Within(TextPart part) => part switch
    {
        ChoicePart choice => choice.Options.SelectMany(option => option.SelectMany(Within)).Prepend(part),
        VariantPart variant => variant.Texts.SelectMany(text => text.SelectMany(Within)).Prepend(part),
        TagPart tag => tag.Variants.Texts.SelectMany(text => text.SelectMany(Within)).Prepend(part),
        _ => [part],
    };
}

/// <summary>A part of a text.</summary>
internal abstract record TextPart(SourcePosition Position);

/// <summary>Characters as they are.</summary>
internal sealed record LiteralPart(string Text, SourcePosition Position) : TextPart(Position);

/// <summary><c>{name}</c>: the row's own cell.</summary>
internal sealed record ColumnPart(string Column, SourcePosition Position) : TextPart(Position);

/// <summary><c>{list:device}</c>, <c>{list:device#2}</c>, <c>{list:device.gen}</c>: an item drawn once an entry and number.</summary>
/// <param name="Form">Null for the item's text.</param>
internal sealed record ListPart(string List, int Number, string? Form, SourcePosition Position) : TextPart(Position);

/// <summary><c>{list:device: m=сломался|f=сломалась}</c>: chosen by the tag of the item drawn.</summary>
internal sealed record TagPart(string List, int Number, VariantTexts Variants, SourcePosition Position) : TextPart(Position);

/// <summary><c>{num:2..9}</c>: a number with so many decimals, each of the range as likely.</summary>
/// <param name="Low">In units of the last decimal.</param>
/// <param name="High">Likewise; not below <paramref name="Low"/>.</param>
internal sealed record NumberPart(long Low, long High, int Decimals, SourcePosition Position) : TextPart(Position)
{
    public long Count => High - Low + 1;
}

/// <summary><c>{one|of|these}</c></summary>
internal sealed record ChoicePart(ImmutableArray<ImmutableArray<TextPart>> Options, SourcePosition Position) : TextPart(Position);

/// <summary><c>{sex: f=вышла|m=вышел}</c>: chosen by the row's cell.</summary>
internal sealed record VariantPart(string Column, VariantTexts Variants, SourcePosition Position) : TextPart(Position)
{
    public IEnumerable<ImmutableArray<TextPart>> Texts => Variants.Texts;
}

/// <summary>Texts by value.</summary>
/// <param name="Otherwise">For every other value; default where there is none.</param>
internal sealed record VariantTexts(ImmutableArray<string> Values, ImmutableArray<ImmutableArray<TextPart>> Cases, ImmutableArray<TextPart> Otherwise)
{
    public bool HasOtherwise => !Otherwise.IsDefault;

    public IEnumerable<ImmutableArray<TextPart>> Texts => HasOtherwise ? Cases.Append(Otherwise) : Cases;
}
