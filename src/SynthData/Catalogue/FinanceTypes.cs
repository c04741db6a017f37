using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>Money, who keeps it and how it moves. Card, account, business, security and currency of one row are one each.</summary>
internal static class FinanceTypes
{
    private const string Iso7064 = "ISO/IEC 7064 MOD 97-10";

    private static readonly ImmutableArray<SemanticLocale> Accounts =
    [
        new("en-US", 10_000_000_000), new("de-DE", 10_000_000_000), new("fr-FR", 100_000_000_000), new("nl-NL", 10_000_000_000),
        new("ru-RU", 100_000_000_000), new("en-GB", 100_000_000), new("es-ES", 10_000_000_000), new("it-IT", 1_000_000_000_000),
        new("pl-PL", 10_000_000_000_000_000), new("pt-BR", 10_000_000_000), new("tr-TR", 10_000_000_000_000_000),
    ];

    private static readonly ImmutableArray<string> Banks = [.. Accounts.Select(locale => locale.Locale)];

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Anywhere("finance.card_number", "card", "The number of a payment card; it begins as those payment providers publish for tests.",
            "ISO/IEC 7812-1, Luhn check digit", 100_000_000, ["card_number", "credit_card", "credit_card_number", "cc_number"]) with { Number = "card" },
        Anywhere("finance.card_brand", "card", "The brand of the row's card.", aliases: ["card_brand", "card_type", "credit_card_type", "card_network"]),
        Anywhere("finance.card_last4", "card", "The last four digits of the row's card.", aliases: ["card_last4", "last4", "last_four"]) with { Number = "card" },
        Anywhere("finance.card_masked", "card", "The row's card with all but its first six and last four digits hidden.",
            "PCI DSS 3.4", aliases: ["card_masked", "masked_card", "masked_pan"]) with { Number = "card" },
        Anywhere("finance.card_expiry", "card", "The month in which the card expires, of 2027 to 2032.", "ISO/IEC 7813 (MM/YY)",
            aliases: ["card_expiry", "card_expiration", "cc_expiry"]),
        Anywhere("finance.card_code", "card", "The code that proves the card is at hand, of as many digits as its brand has.", aliases: ["cvc", "cvv", "cvv2", "card_cvc"]),
        InLocales("finance.iban", "account", "The international number of the row's account, without blanks; the bank is invented.",
            [.. Accounts.Where(locale => locale.Locale is not ("en-US" or "ru-RU"))],
            $"ISO 13616, {Iso7064}; national check digits of FR, ES and IT", ["iban", "iban_number"]) with { Number = "account" },
        InLocales("finance.account_number", "account", "The number that the row's account has in its country.", Accounts,
            "RU control key, else none", ["account_number", "bank_account", "bank_account_number", "account_no"]) with { Number = "account" },
        InLocales("finance.bank_name", "account", "The invented bank of the row's account.", Same(Banks), aliases: ["bank_name"]),
        InLocales("finance.bank_code", "account", "The code that the row's bank has in its country: routing number, Bankleitzahl, code banque, БИК.",
            Same(Banks), "US ABA check digit, PL check digit", ["bank_code", "blz", "bankleitzahl", "sort_code", "bik"]),
        InLocales("finance.routing_number", "account", "The routing number of the row's bank.", Same(["en-US"]), "ABA check digit, weights 3 7 1",
            ["routing_number", "aba", "aba_routing_number"]),
        InLocales("finance.bic", "account", "The international code of the row's bank, of those kept for tests.", Same(Banks),
            "ISO 9362, eighth character 0", ["bic", "swift", "swift_code", "bic_swift"]),
        Anywhere("finance.currency_code", "currency", "A currency, three letters, by how much it is traded.", "ISO 4217",
            aliases: ["currency", "currency_code", "currency_iso"]),
        Anywhere("finance.currency_number", "currency", "The row's currency, three digits.", "ISO 4217"),
        InLocales("finance.currency_name", "currency", "The row's currency in the locale's language.", Same(Deep), aliases: ["currency_name"]),
        Anywhere("finance.currency_symbol", "currency", "The sign of the row's currency.", aliases: ["currency_symbol"]),
        WholeAnywhere("finance.currency_digits", "currency", "How many digits amounts of the row's currency have after the point.", "ISO 4217"),
        InLocales("finance.vat_number", "business", "The number that a business has for value added tax.",
            [
                new("de-DE", 90_000_000), new("fr-FR", 90_000_000), new("nl-NL", 9_000_000), new("en-GB", 9_000_000), new("es-ES", 20_000_000),
                new("it-IT", 1_000_000_000), new("pl-PL", 656_100_000),
            ],
            "Directive 2006/112/EC, Article 215; DE ISO 7064 MOD 11,10, FR key of SIREN, NL proof by 11, GB modulo 97, ES and IT Luhn, PL modulo 11",
            ["vat_number", "vat_id", "ust_id", "btw_nummer", "nip"]) with { Number = "business" },
        InLocales("finance.company_number", "business", "The number a business has in the register of its country.",
            [new("de-DE", 999_000), new("fr-FR", 90_000_000), new("nl-NL", 90_000_000), new("ru-RU", 18_170_000_000)],
            "FR SIREN (Luhn), RU ОГРН (modulo 11), DE HRB, NL KVK", ["company_number", "siren", "ogrn", "kvk", "kvk_nummer"]) with { Number = "business" },
        InLocales("finance.ein", "business", "An employer's number with a prefix that was never given out.", Same(["en-US"], 160_000_000),
            "IRS, two and seven digits", ["ein", "employer_id_number", "fein"]),
        Anywhere("finance.lei", "security", "The identifier of a legal entity, of an issuer 9999 that does not exist.",
            $"ISO 17442, {Iso7064}", 1_000_000_000_000, ["lei", "lei_code"]),
        Anywhere("finance.cusip", "security", "The American number of a security, of issuers kept for users' own purposes.",
            "ANSI X9.6, modulus 10 double add double", 11_560_000, ["cusip"]) with { Number = "cusip" },
        Anywhere("finance.isin", "security", "The international number of the row's security, made of its CUSIP.", "ISO 6166, Luhn check digit", 11_560_000, ["isin"]) with { Number = "cusip" },
        Anywhere("finance.sedol", "security", "The British number of a security.", "SEDOL, weights 1 3 1 7 3 9", 1_968_300, ["sedol"]),
        Anywhere("finance.ticker", "security", "Four letters as a share is called at an exchange; drawn, so some exist.", capacity: 456_976,
            aliases: ["ticker", "ticker_symbol", "stock_symbol"]),
        InLocales("finance.transaction_type", "transaction", "What moved money on an account.", Same(Deep), aliases: ["transaction_type"]),
        Anywhere("finance.transaction_direction", "transaction", "credit or debit, as the row's transaction goes."),
        Anywhere("finance.merchant_code", "merchant", "The category of a merchant, four digits.", "ISO 18245", aliases: ["mcc", "merchant_category_code"]),
        InLocales("finance.merchant_category", "merchant", "The row's merchant category in words.", Same(Deep), "ISO 18245, in our words", ["merchant_category"]),
    ];
}
