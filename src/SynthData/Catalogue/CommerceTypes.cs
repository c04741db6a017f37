using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What is sold and how. Product, colour, book and article of one row are one each.</summary>
internal static class CommerceTypes
{
    private const string Gs1 = "GS1 General Specifications, check digit of weights 3 and 1";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        InLocales("commerce.department", "product", "The department a shop keeps the row's product in.", Same(Deep), aliases: ["shop_department", "product_department"]),
        InLocales("commerce.product_category", "product", "The shelf of the department.", Same(Deep), aliases: ["product_category"]),
        InLocales("commerce.product", "product", "What the product is, in one or two words.", Same(Deep), aliases: ["product_type"]),
        InLocales("commerce.product_name", "product", "The product with the invented name and the number it is sold under.", Same(Deep, Unlimited)),
        InLocales("commerce.material", "product", "What the row's product is made of.", Same(Deep), aliases: ["material"]),
        InLocales("commerce.color", "color", "A colour of things.", Same(Deep), aliases: ["color", "colour", "farbe", "couleur", "kleur"]),
        Anywhere("commerce.color_hex", "color", "The row's colour as red, green and blue.", "CSS Color, six hexadecimal digits", aliases: ["color_hex", "hex_color", "colour_hex"]),
        Anywhere("commerce.sku", "article", "A seller's own number of an article: three letters, five digits.", capacity: 1_382_400_000, aliases: ["sku"]),
        Anywhere("commerce.ean13", "article", "The number of an article, with the prefix kept for demonstrations.", $"{Gs1}; prefix 952", 1_000_000_000,
            ["ean", "ean13", "gtin", "gtin13"]) with { Number = "ean" },
        Anywhere("commerce.gtin14", "article", "The number of a case of the row's article.", $"{Gs1}; indicator 1", 1_000_000_000, ["gtin14"]) with { Number = "ean" },
        Anywhere("commerce.ean8", "article", "The short number of an article, of those kept for use inside a company.", $"{Gs1}; RCN-8, prefix 2", 1_000_000, ["ean8"]),
        Anywhere("commerce.upc", "article", "The American number of an article, of those kept for use inside a company.", $"{Gs1}; RCN-12, prefix 4", 10_000_000_000,
            ["upc", "upc_code", "upca"]),
        Anywhere("commerce.isbn13", "article", "The number of a book, without hyphens; it may be a book's.", "ISO 2108, check digit as EAN-13", 700_000_000, ["isbn", "isbn13"]) with { Number = "book" },
        Anywhere("commerce.isbn10", "article", "The row's book by the older number.", "ISO 2108:1992, modulo 11 with X for ten", 700_000_000, ["isbn10"]) with { Number = "book" },
        Anywhere("commerce.order_number", "article", "The number of an order.", capacity: 100_000_000, aliases: ["order_number", "order_no"]),
        Anywhere("commerce.invoice_number", "article", "The number of an invoice.", capacity: 100_000_000, aliases: ["invoice_number", "invoice_no"]),
        Anywhere("commerce.tracking_number", "article", "The number of a parcel in the international post.", "UPU S10, modulo 11", 100_000_000,
            ["tracking_number", "tracking_no", "parcel_number"]),
        InLocales("commerce.payment_method", "payment", "How a customer pays.", Same(Deep), aliases: ["payment_method"]),
    ];
}
