using System.Globalization;
using SynthData.Schema;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Random cells as CSV writes them, ends of ranges and odd texts among them.</summary>
internal static class RandomRows
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "b", "ab", "abc", "ABC", "aAbB", "bike", "Größe", "naïve", "ÅÄÖ", "ñandú", "ß", "İstanbul", "ıI", "ﬁ", "ΑΣ", "жЖ", "🚲", "a🚲b", "𐐨x",
        "東京", "\uFFEE", "e\u0301", "it's", "%", "_", "a_b", "100%", "\\", "a\\b", "\"", "{x}", "  padded ", "\t", "line\nbreak", "\u00A0x\u00A0", "aaa", "a-b-c",
        "2024-02-29", "2024-01-31 10:00:00", "1999-12-31T23:59:59.5", "10:00", "23:59:59", "12", "-7", "007", "12.50", "1e3", ".5", "true", "FALSE", "null",
        "00000000-0000-8000-8000-000000000001", "[1]", "{\"a\": 1}", "3000000000",
    ];

    private static readonly string[] Patterns = ["%", "_", "a%", "%b", "%a%", "a_b", "%🚲%", "_🚲%", "__", "", "b_k%", "%%", "_%_", "\\%", "%ß", "Gr%e", "%\n%"];

    private static readonly string[] Regexes =
        ["a", "^a", "b$", "[a-c]+", "^[^a]*x", "a.b", "(ab|ba)", "[0-9]{2,4}", "^[A-Z]{2}", "a?b*c+", "x|y|", "[🚲]", "Gr(ö|o)", "\\.", "^$", "a{3}"];

    /// <summary>A column of every type, some of them twice.</summary>
    public static Sheet Sheet(Random random, int count)
    {
        var sheet = new Sheet();
        (string Name, string Type)[] columns =
        [
            ("flag", "bool"), ("open", "bool"), ("small", "int32"), ("quantity", "int32"), ("big", "int64"), ("number", "int64"),
            ("whole", "decimal(0)"), ("price", "decimal(2)"), ("rate", "decimal(9,6)"), ("share", "decimal(18,18)"), ("weight", "double"), ("x", "double"),
            ("name", "string"), ("so far", "string"), ("order.note", "string"), ("date", "date"), ("customer.joined", "date"), ("at", "time"),
            ("made", "timestamp"), ("order.made", "timestamp"), ("id", "uuid"), ("other", "uuid"), ("document", "json"),
        ];
        foreach ((string name, string type) in columns)
        {
            Assert.True(ColumnType.TryParse(type, out ColumnType? parsed));
            sheet.With(name, type, [.. Enumerable.Range(0, count).Select(_ => random.Next(7) == 0 ? null : Cell(random, parsed.Value))]);
        }

        return sheet;
    }

    public static string Text(Random random) => random.Next(4) == 0 ? Pick(random, Texts) + Pick(random, Texts) : Pick(random, Texts);

    public static string Pattern(Random random) => Pick(random, Patterns);

    public static string Regex(Random random) => Pick(random, Regexes);

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Date(Random random) => random.Next(3) == 0
        ? Pick(random, "0001-01-01", "9999-12-31", "1970-01-01", "1969-12-31", "2000-02-29", "2024-02-29", "2023-02-28", "2024-12-31", "2024-01-31", "1900-03-01")
        : new DateOnly(random.Next(1950, 2050), 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(Random random) => Pick(random, "00:00:00", "23:59:59.999999", "12:30:00", "00:00:00.000001", "09:05:59", "23:00:00", "10:11:12.500000");

    public static string Timestamp(Random random) => $"{Date(random)}T{Time(random)}";

    public static string Uuid(Random random) => $"00000000-0000-8000-8000-{random.Next(4):000000000000}";

    private static string Cell(Random random, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => Pick(random, "true", "false"),
        ColumnKind.Int32 => Pick(random, "0", "1", "2", "3", "-1", "-7", "12", "100", "2147483647", "-2147483648", Small(random)),
        ColumnKind.Int64 => Pick(random, "0", "1", "-1", "5", "17", "-100", "9223372036854775807", "-9223372036854775808", "4000000000", "9007199254740993", Small(random)),
        ColumnKind.Decimal => Decimal(random, type),
        ColumnKind.Double => Pick(
            random, "0", "-0", "1", "0.1", "-0.1", "1.5", "2.5", "-2.5", "0.5", "1E+308", "-1E+308", "5E-324", "123456.789", "1E+15", "9007199254740992", "-1E+19",
            random.NextDouble().ToString("R", CultureInfo.InvariantCulture)),
        ColumnKind.Date => Date(random),
        ColumnKind.Time => Time(random),
        ColumnKind.Timestamp => Timestamp(random),
        ColumnKind.Uuid => Uuid(random),
        ColumnKind.Json => Pick(random, "[1]", "{\"a\": \"é\"}", "\"🚲\"", "null", "12"),
        _ => Text(random),
    };

    private static string Decimal(Random random, ColumnType type)
    {
        string digits = Pick(random, "0", "1", "5", "50", "250", "12345", new string('9', type.Precision), Small(random).TrimStart('-')).PadLeft(type.Scale + 1, '0');
        string point = type.Scale == 0 ? digits : $"{digits[..^type.Scale]}.{digits[^type.Scale..]}";
        return random.Next(3) == 0 ? "-" + point : point;
    }

    private static string Small(Random random) => random.Next(-2000, 2000).ToString(CultureInfo.InvariantCulture);

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
