namespace SynthData.Tests.Schema;

/// <summary>Schemas with something wrong in them, by name.</summary>
internal static class Broken
{
    /// <summary>The first code each should give, and the text.</summary>
    public static IReadOnlyList<(string Name, string Code, string Text)> All { get; } =
    [
        ("a type that is none", "SD1004", Column("{ type: decimel(2), range: [1, 2] }")),
        ("text behind a quoted text", "SD1006", Column("'a' b")),
        ("a colon in prose", "SD1007", Column("{ prompt: Write this: a title, fallback: { constant: x } }")),
        ("a colon in prose on a line of its own", "SD1007", "synthdata: 1\nname: shop\nabout: A shop: bikes and more\n"),
        ("a comma in prose", "SD1008", Column("{ type: string, prompt: A title, short and good, fallback: { constant: x } }")),
        ("a comma in a type", "SD1008", Column("{ type: decimal(10,2), range: [1, 2] }")),
        ("a comma between weights", "SD1008", Column("{ values: { bread: 4, butter, jam: 3 } }")),
        ("an anchor", "SD1009", Column("&all { constant: x }")),
        ("an alias", "SD1009", Column("*all")),
        ("a tag", "SD1010", Column("{ constant: !!str 12 }")),
        ("a key twice", "SD1011", Column("{ constant: x, constant: y }")),
        ("two documents", "SD1012", Column("{ constant: x }") + "---\nname: other\n"),
        ("nests too deep", "SD1013", "a: " + new string('[', 40) + new string(']', 40)),
        ("nothing but a comment", "SD1014", "# nothing\n"),
        ("a misspelt key", "SD1015", Column("{ constnat: x }")),
        ("a misspelt key of a table", "SD1015", "synthdata: 1\nname: shop\ntables:\n  items:\n    rowz: 3\n    rows: 3\n    columns: { a: { constant: x } }\n"),
        ("required keys absent", "SD1016", "about: A shop.\ntables:\n  items: { about: Things. }\n"),
        ("a per table without count", "SD1016", Rows("{ per: customers }")),
        ("a count without parent", "SD1016", Rows("{ count: 3 }")),
        ("a list for a map", "SD1017", "synthdata: 1\nname: shop\ntables: [items]\n"),
        ("a range of three", "SD1017", Column("{ type: int64, range: [coalesce(a, b), 9] }")),
        ("a key without value", "SD1017", Column("{ expr: }")),
        ("series", "SD1018", Column("{ series: { start: a } }")),
        ("weights beside semantic", "SD1018", Column("{ semantic: person.sex, values: { F: 1, M: 2 } }")),
        ("pinned rows", "SD1018", "synthdata: 1\nname: shop\ntables:\n  items:\n    rows: 3\n    pinned: [ { a: x } ]\n    columns: { a: { constant: x } }\n"),
        ("a weight without its table", "SD1024", Column("{ references: items.a, weight: w }")),
        ("a weight beside values", "SD1031", Column("{ values: [x], weight: items.w }")),
        ("a where beside a pattern", "SD1031", Column("{ pattern: '[0-9]', where: items.w = 1 }")),
        ("parameters of a beta misspelt", "SD1040", Column("{ type: double, range: [0, 1], distribution: { beta: { a: 1, b: 2 } } }")),
        ("a gamma with mean and scale", "SD1040", Column("{ type: double, range: [0, 1], distribution: { gamma: { shape: 1, mean: 2, scale: 3 } } }")),
        ("a mixture without weights", "SD1017", Column("{ type: double, range: [0, 1], distribution: { mixture: [ { normal: { mean: 1, sd: 1 } } ] } }")),
        ("a mixture of a bare normal", "SD1040", Column("{ type: double, range: [0, 1], distribution: { mixture: [ { weight: 1, normal: } ] } }")),
        ("a mixture without a list", "SD1040", Column("{ type: double, range: [0, 1], distribution: { mixture: { weight: 1 } } }")),
        ("an empirical distribution of nothing", "SD1017", Column("{ type: double, range: [0, 1], distribution: { empirical: { values: [] } } }")),
        ("an empirical distribution of words", "SD1024", Column("{ type: double, range: [0, 1], distribution: { empirical: { values: [few, many] } } }")),
        ("a file without its column", "SD1040", Column("{ type: double, range: [0, 1], distribution: { empirical: { file: a.csv } } }")),
        ("quantiles that do not end at 100%", "SD1024", Column("{ type: double, range: [0, 1], distribution: { empirical: { quantiles: { 0%: 0, 50%: 1 } } } }")),
        ("shares of quantiles that fall", "SD1024", Column("{ type: double, range: [0, 1], distribution: { empirical: { quantiles: { 0%: 0, 50%: 1, 20%: 3, 100%: 4 } } } }")),
        ("a table that climbs out", "SD1019", "synthdata: 1\nname: shop\ntables:\n  ../items: { rows: 3, columns: { a: { constant: x } } }\n"),
        ("a dataset that climbs out", "SD1019", "synthdata: 1\nname: ../shop\ntables:\n  items: { rows: 3, columns: { a: { constant: x } } }\n"),
        ("an unquoted name with a dash", "SD1019", Columns("order-date: { constant: x }")),
        ("names alike", "SD1020", Columns("price: { constant: x }", "Price: { constant: y }")),
        ("a brace in prose", "SD1021", Columns("a: { template: '{b}' }", "b: { constant: ${day} }")),
        ("a template without quotes", "SD1021", Columns("a:", "  template: {first} {last}")),
        ("a control character", "SD1022", "name: a\u0001b\n"),
        ("a number that is none", "SD1024", Rows("1e6")),
        ("a negative number of rows", "SD1024", Rows("-5")),
        ("a share over one", "SD1024", Column("{ constant: x, nulls: 10 }")),
        ("a weight that is no number", "SD1024", Column("{ values: { a: many } }")),
        ("a distance that is no duration", "SD1024", Column("{ type: date, after: today, within: [2, 6 days] }")),
        ("a flag that is none", "SD1024", Column("{ constant: x, hidden: yes }")),
        ("a negative count", "SD1024", Rows("{ per: customers, count: -1 }")),
        ("a length upside down", "SD1024", Column("{ semantic: person.full_name, length: [9, 3] }")),
        ("a language of the future", "SD1025", Column("{ constant: x }").Replace("synthdata: 1", "synthdata: 2", StringComparison.Ordinal)),
        ("a date in a number column", "SD1026", Column("{ type: int64, range: [2024-01-01, 2024-12-31] }")),
        ("a misspelt param", "SD1027", "synthdata: 1\nname: shop\nparams: { day: 2025-01-01 }\nas_of: ${dya}\ntables:\n  items: { rows: 3, columns: { a: { constant: x } } }\n"),
        ("a param without value", "SD1029", "synthdata: 1\nname: shop\nparams: { day: }\ntables:\n  items: { rows: 3, columns: { a: { constant: x } } }\n"),
        ("two sources", "SD1030", Column("{ constant: x, expr: 1 + 1 }")),
        ("unique over an expression", "SD1031", Column("{ expr: 1 + 1, unique: true }")),
        ("given over an expression", "SD1031", Column("{ expr: 1 + 1, given: b }")),
        ("exact and step on others", "SD1031", Column("{ range: [1, 2], exact: true, earlier: true }")),
        ("after without within", "SD1032", Column("{ type: date, after: today }")),
        ("a share without bounds", "SD1032", Rule("{ share: a = 1, is: 3% }")),
        ("given that nothing needs", "SD1033", Column("{ type: int64, range: [1, 2], given: b }")),
        ("a condition without given", "SD1034", Column("{ type: int64, range: { a: [1, 2], else: [3, 4] } }")),
        ("values by condition without given", "SD1034", Column("{ values: { bike: [a, b], part: [c] } }")),
        ("weights with given", "SD1035", Column("{ given: b, values: { x: 1, y: 2 } }")),
        ("a list with given", "SD1035", Column("{ given: b, values: [x, y] }")),
        ("a condition of the wrong length", "SD1036", Column("{ given: [b, c], values: { x: [p], [x, y]: [q] } }")),
        ("rows that give a column there is not", "SD1037", "synthdata: 1\nname: shop\ntables:\n  items:\n    rows: [ { code: A, titel: B } ]\n    columns: { code: { }, title: { } }\n"),
        ("a listed column with a source", "SD1038", "synthdata: 1\nname: shop\ntables:\n  items:\n    rows: [ { a: x } ]\n    columns: { a: { constant: y, nulls: 3% } }\n"),
        ("a misspelt distribution", "SD1039", Column("{ type: double, range: [0, 1], distribution: norml }")),
        ("a misspelt distribution as a count", "SD1039", Rows("{ per: customers, count: { poison: 2 } }")),
        ("a distribution without parameters", "SD1040", Column("{ type: double, range: [0, 1], distribution: poisson }")),
        ("parameters of another distribution", "SD1040", Column("{ type: double, range: [0, 1], distribution: { normal: { median: 3 } } }")),
        ("a bare distribution without range", "SD1040", Column("{ type: double, distribution: normal }")),
        ("no values", "SD1041", Column("{ values: [] }")),
        ("a value twice", "SD1042", Column("{ values: [x, y, x] }")),
        ("a reference without column", "SD1043", Column("{ references: customers }")),
        ("a composite reference to one column", "SD1044", Columns("\"a, b\": { references: [t.x, t.y, t.z] }")),
        ("several columns from one range", "SD1045", Columns("\"a, b\": { range: [1, 2] }")),
        ("nulls in a case", "SD1046", Column("{ type: string, cases: [ { when: b > 1, constant: x, nulls: 3% } ] }")),
        ("type in a fallback", "SD1046", Column("{ prompt: A title., fallback: { constant: x, type: string } }")),
        ("a case behind else", "SD1047", Column("{ cases: [ { else: { constant: x } }, { when: b > 1, constant: y } ] }")),
        ("a rule of two kinds", "SD1048", Rule("{ check: a = 1, unique: [a, b] }")),
        ("a rule of no kind", "SD1048", Rule("{ name: nothing, why: No reason. }")),
        ("a day that is not", "SD1049", Column("{ type: date, range: [2024-02-30, 2024-03-31] }")),
        ("a dataset date that is none", "SD1049", "synthdata: 1\nname: shop\nas_of: yesterday\ntables:\n  items: { rows: 3, columns: { a: { constant: x } } }\n"),
    ];

    public static string Column(string definition) => Columns($"a: {definition}");

    public static string Columns(params string[] lines) =>
        "synthdata: 1\nname: shop\ntables:\n  items:\n    rows: 3\n    columns:\n" + string.Concat(lines.Select(line => $"      {line}\n"));

    public static string Rows(string rows) =>
        $"synthdata: 1\nname: shop\ntables:\n  items:\n    rows: {rows}\n    columns: {{ a: {{ constant: x }} }}\n";

    public static string Rule(string rule) =>
        $"synthdata: 1\nname: shop\ntables:\n  items:\n    rows: 3\n    columns: {{ a: {{ constant: x }}, b: {{ constant: y }} }}\n    rules:\n      - {rule}\n";
}
