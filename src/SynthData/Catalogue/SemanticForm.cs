namespace SynthData.Catalogue;

/// <summary>Tells whether a text is a value of a standard, whoever wrote it: by its form and its check digits.</summary>
/// <param name="Name">What the text should be, as messages put it.</param>
/// <param name="Holds">Answers for a text without the blanks, hyphens and dots that people set into numbers, letters as capitals.</param>
/// <remarks>
/// Wider than what the library makes: a payment card of any bank is one. Only where a standard leaves no doubt is there a form;
/// names and words have none.
/// </remarks>
internal sealed record SemanticForm(string Name, CompactTest Holds)
{
    private const int MaxLength = 128;

    /// <summary>Gives what can be told of a type's values in a locale, or null.</summary>
    public static SemanticForm? Of(SemanticType type, string locale) => type.Name switch
    {
        "person.national_id" or "person.tax_id" or "finance.vat_number" or "finance.company_number" => NationalForms.Of(type.Name, locale),
        "finance.bank_code" when locale == "en-US" => StandardForms.Of("finance.routing_number"),
        _ => StandardForms.Of(type.Name),
    };

    public bool Matches(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return false;
        Span<char> compact = stackalloc char[text.Length];
        int length = 0;
        foreach (char character in text)
        {
            if (character is not (' ' or '-' or '.'))
                compact[length++] = char.ToUpperInvariant(character);
        }

        return Holds(compact[..length]);
    }
}

/// <summary>Answers for a text of which only letters and digits, and rarer marks than hyphens, are left.</summary>
internal delegate bool CompactTest(ReadOnlySpan<char> text);
