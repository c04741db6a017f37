namespace SynthData.Schema;

/// <summary>The check digits that <c>check_digit</c> writes.</summary>
internal enum CheckDigitKind
{
    /// <summary>The last digit, so that the sum of payment cards, IMEI and many others is right (ISO/IEC 7812-1).</summary>
    Luhn,

    /// <summary>Places 3 and 4, so that an account number leaves 1 (ISO 13616).</summary>
    Iban,

    /// <summary>The last digit of 8, 12, 13 or 14, as trade item numbers have it (GS1).</summary>
    Ean,
}
