using System.Text;

namespace SynthData.Tests.Failures;

/// <summary>Schemas and requests that cannot be.</summary>
internal static class BadSchemas
{
    public const string Shop = """
        synthdata: 1
        name: shop
        as_of: 2025-01-01
        tables:
          customers: { rows: 20, key: id, columns: { id: { sequence: 1 }, joined: { type: date, range: [-2y, today] } } }
          orders: { rows: { per: customers, count: { between: [0, 3] } }, columns: { customer: { references: customers.id }, n: { position: true } } }
        """;

    public static string[][] Requests =>
    [
        ["--rows", "-5"], ["--rows", "many"], ["--rows", "orders=3"], ["--rows", "clients=3"], ["--rows", "99999999999999999999"],
        ["--rows", "9223372036854775807"], ["--scale", "0"], ["--scale", "-1"], ["--scale", "99999999999999999999"], ["--scale", "1e30"],
        ["--seed", "-1"], ["--seed", "18446744073709551616"], ["--tables", "order"], ["--as-of", "2025-02-30"], ["--shard", "3/2"], ["--shard", "0/2"],
        ["--format", "xml"], ["--compression", "rar"], ["--format", "csv", "--compression", "snappy"], ["--threads", "0"], ["--set", "day=1"],
    ];

    public static (string Code, string Name, string Text)[] Texts =>
    [
        ("SD1015", "unknown keys", $"{Head}seeds: 3\n{Table("id: { sequence: 1, stepp: 2 }")}"),
        ("SD1004", "wrong types", $"{Head}{Table("a: { type: money, range: [1, 2] }", "b: [1, 2]", "c: text", "d: { sequence: one }")}"),
        ("SD1049", "wrong literals", $"{Head}{Table("a: { type: int64, range: [1, ten] }", "b: { type: date, range: [2024-02-30, 2024-03-01] }", "c: { type: bool, values: [yes, 2] }", "d: { type: decimal(2), range: [1.005, 2] }")}"),
        ("SD1024", "text for rows", $"{Head}tables:\n  t: {{ rows: many, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD2004", "tables in a circle", $"{Head}tables:\n  a: {{ rows: 3, key: id, columns: {{ id: {{ sequence: 1 }}, b: {{ references: b.id }} }} }}\n  b: {{ rows: 3, key: id, columns: {{ id: {{ sequence: 1 }}, a: {{ references: a.id }} }} }}\n"),
        ("SD2004", "tables per one another", $"{Head}tables:\n  a: {{ rows: {{ per: b, count: 2 }}, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  b: {{ rows: {{ per: a, count: 2 }}, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD2005", "columns in a circle", $"{Head}{Table("a: { expr: b + 1 }", "b: { expr: c + 1 }", "c: { expr: a + 1 }")}"),
        ("SD2005", "typed columns in a circle", $"{Head}{Table("a: { type: int64, expr: b + 1 }", "b: { type: int64, expr: a + 1 }")}"),
        ("SD2005", "a column of itself", $"{Head}{Table("a: { expr: a + 1 }")}"),
        ("SD2022", "unique over a small domain", $"{Head}tables:\n  t:\n    rows: 101\n    columns:\n      a: {{ pattern: '[0-9]{{2}}', unique: true }}\n"),
        ("SD1031", "unique over values", $"{Head}{Table("a: { values: [x, y], unique: true }")}"),
        ("SD2022", "a key too small", $"{Head}tables:\n  t: {{ rows: 11, key: a, columns: {{ a: {{ pattern: '[0-9]' }} }} }}\n"),
        ("SD4001", "a rule that never holds", $"{Head}{Table("a: { type: int32, range: [1, 9] }", "b: { type: int32, range: [1, 9] }")}    rules:\n      - {{ name: a_beats_b, check: a > b + 100 }}\n"),
        ("SD4003", "a rule of literals", $"{Head}{Table("a: { type: int32, range: [1, 9] }")}    rules: [ 1 = 2 ]\n"),
        ("SD4003", "a rule of keys", $"{Head}{Table("a: { sequence: 1 }")}    rules: [ a < 3 ]\n"),
        ("SD4002", "a cell that always fails", $"{Head}{Table("n: { sequence: 0 }", "a: { type: double, expr: 1 / (n - n) }")}"),
        ("SD2058", "a sum that overflows", $"{Head}{Table("a: { expr: 9223372036854775807 + 1 }")}"),
        ("SD4002", "ends that cross", $"{Head}{Table("a: { type: int32, range: [5, 9] }", "b: { type: int32, range: [a, 3] }")}"),
        ("SD2011", "a range upside down", $"{Head}{Table("a: { type: int32, range: [9, 1] }")}"),
        ("SD2001", "a missing parent", $"{Head}tables:\n  orders: {{ rows: 5, columns: {{ c: {{ references: customer.id }} }} }}\n  customers: {{ rows: 5, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD2002", "a missing parent's column", $"{Head}tables:\n  orders: {{ rows: 5, columns: {{ c: {{ references: customers.ids }} }} }}\n  customers: {{ rows: 5, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD2001", "a missing per parent", $"{Head}tables:\n  orders: {{ rows: {{ per: customer, count: 2 }}, columns: {{ n: {{ position: true }} }} }}\n"),
        ("SD2027", "parents without rows", $"{Head}tables:\n  p: {{ rows: 0, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  t: {{ rows: 2, columns: {{ p: {{ references: p.id }} }} }}\n"),
        ("SD1024", "negative rows", $"{Head}tables:\n  t: {{ rows: -5, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD1024", "a negative count", Counted("-2")),
        ("SD2055", "a count between negatives", Counted("{ between: [-2, 4] }")),
        ("SD1024", "a weight for a negative count", Counted("{ -1: 5, 2: 3 }")),
        ("SD4004", "a count that is computed negative", Counted("1 - id")),
        ("SD2055", "a count without end", Counted("9223372036854775807")),
        ("SD4004", "a count that is computed without end", Counted("id * 4_000_000_000_000_000_000")),
        ("SD2054", "counts without end together", Counted("1_099_511_627_776").Replace("rows: 3", "rows: 9_000_000", StringComparison.Ordinal)),
        ("SD1024", "rows without end", $"{Head}tables:\n  t: {{ rows: 99999999999999999999, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD2056", "children of too many parents", $"{Head}tables:\n  p: {{ rows: 9_000_000_000_000_000, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  t: {{ rows: {{ per: p, count: 2 }}, columns: {{ p: {{ references: p.id }} }} }}\n"),
        ("SD2047", "a sequence without end", $"{Head}tables:\n  t: {{ rows: 9, columns: {{ id: {{ sequence: {{ start: 9223372036854775800, step: 2 }} }} }} }}\n"),
        ("SD2021", "weights of nothing", $"{Head}{Table("a: { values: { x: 0, y: 0 } }")}"),
        ("SD1024", "weights that are no numbers", $"{Head}{Table("a: { values: { x: many, y: NaN } }", "b: { values: { x: 1e400, y: [2] } }")}"),
        ("SD2021", "tuples that weigh nothing", $"{Head}{Table("\"a, b\": { tuples: [ [x, 1, 0], [y, 2, 0] ] }")}"),
        ("SD2047", "10^12 rows of a 32-bit key", $"{Head}tables:\n  t: {{ rows: 1_000_000_000_000, key: id, columns: {{ id: {{ type: int32, sequence: 1 }} }} }}\n"),
        ("SD2026", "fewer parents than one-to-one children", $"{Head}{Parents("unique: true", "10")}"),
        ("SD2022", "fewer parents than distinct children", $"{Head}tables:\n  p: {{ rows: 3, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  q: {{ rows: 2, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  t: {{ rows: {{ per: q, count: 4 }}, columns: {{ q: {{ references: q.id }}, p: {{ references: p.id, distinct: q }} }} }}\n"),
        ("SD2302", "a pattern that looks around", $"{Head}{Table("a: { pattern: 'x(?!y)[a-z]' }", "b: { pattern: '(?<=x)y' }")}"),
        ("SD2086", "more pinned rows than rows", $"{Head}tables:\n  t: {{ rows: 1, pinned: [ {{ a: 1 }}, {{ a: 2 }} ], columns: {{ a: {{ range: [1, 9] }} }} }}\n"),
        ("SD2084", "a pinned row that no rule lets be", $"{Head}tables:\n  t: {{ rows: 5, pinned: [ {{ a: 9 }} ], rules: [ a < b ], columns: {{ a: {{ range: [1, 9] }}, b: {{ range: [1, 9] }} }} }}\n"),
        ("SD2093", "coverage of more rows than there are", $"{Head}tables:\n  t: {{ rows: 3, coverage: {{ all: [a, b] }}, columns: {{ a: {{ values: [x, y] }}, b: {{ values: [1, 2] }} }} }}\n"),
        ("SD2089", "faults that would be right", $"{Head}{Table("a: { values: [x, y], faults: { out_of_range: 1%, typo: 2% } }")}"),
        ("SD1024", "weights below nothing", $"{Head}{Table("b: { values: { x: -1, y: 2 } }", "c: { values: [] }")}"),
        ("SD1019", "a table that climbs", $"{Head}tables:\n  ../x: {{ rows: 3, columns: {{ id: {{ sequence: 1 }} }} }}\n  a/b: {{ rows: 3, columns: {{ id: {{ sequence: 1 }} }} }}\n"),
        ("SD1019", "a dataset that climbs", $"synthdata: 1\nname: ../../x\n{Table("id: { sequence: 1 }")}"),
        ("SD5030", "a file of rows that is not there", $"{Head}tables:\n  t: {{ rows: {{ file: nations.csv }}, columns: {{ id: {{ type: string }} }} }}\n"),
        ("SD2117", "no day to count from", $"{Head}{Table("a: { type: date, range: [-3y, today] }")}"),
        ("SD2301", "patterns", $"{Head}{Table("a: { pattern: '(a+' }", "b: { pattern: 'a*' }", "c: { pattern: '(?=a)b' }", "d: { pattern: '[z-a]' }")}"),
        ("SD1025", "a newer language", $"synthdata: 2\nname: shop\n{Table("id: { sequence: 1 }")}"),
        ("SD1016", "no version", $"name: shop\n{Table("id: { sequence: 1 }")}"),
        ("SD1041", "no tables", $"{Head}tables: {{}}\n"),
        ("SD1041", "no columns", $"{Head}tables:\n  t: {{ rows: 5, columns: {{}} }}\n"),
        ("SD1011", "the same key twice", $"{Head}{Table("a: { sequence: 1 }", "a: { sequence: 2 }")}"),
        ("SD1020", "names alike", $"{Head}{Table("a: { sequence: 1 }", "A: { sequence: 2 }")}"),
        ("SD1009", "an anchor bomb", $"a: &a [lol, lol]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n{Head}"),
        ("SD1009", "a merge key", $"{Head}{Table("<<: *x")}"),
        ("SD1010", "a tag", $"{Head}{Table("id: !!int 3")}"),
        ("SD1013", "100,000 brackets", new string('[', 100_000)),
        ("SD1013", "50,000 maps", $"{Head}tables: {string.Concat(Enumerable.Repeat("{a: ", 50_000))}"),
        ("SD1013", "900 lists by indentation", $"{Head}tables:\n{string.Concat(Enumerable.Range(2, 900).Select(depth => new string(' ', depth) + "-\n"))}"),
        ("SD2100", "an expression of 40,000 characters", $"{Head}{Table($"a: {{ expr: '{new string('(', 20_000)}1{new string(')', 20_000)}' }}")}"),
        ("SD2101", "an expression 4,000 deep", $"{Head}{Table($"a: {{ expr: '{new string('(', 4_000)}1{new string(')', 4_000)}' }}")}"),
        ("SD2101", "4,000 times not", $"{Head}{Table($"a: {{ expr: '{string.Concat(Enumerable.Repeat("- ", 4_000))}1' }}")}"),
        ("SD1007", "a colon in prose", $"{Head}about: Orders: of a shop\n{Table("id: { sequence: 1 }")}"),
        ("SD1008", "a comma in braces", $"{Head}{Table("a: { values: [x, y], about: one, two }")}"),
        ("SD1006", "a bracket left open", $"{Head}{Table("id: { sequence: 1")}"),
        ("SD1006", "tabs", $"{Head}tables:\n\tt:\n\t\trows: 5\n"),
        ("SD1006", "tabs further down", $"{Head}tables:\n  t:\n    rows: 5\n    columns:\n\t  id: {{ sequence: 1 }}\n"),
        ("SD1004", "windows line ends", $"{Head}{Table("a: { type: money, range: [1, 2] }")}".ReplaceLineEndings("\r\n")),
        ("SD1004", "a byte order mark", $"\ufeff{Head}{Table("a: { type: money, range: [1, 2] }")}"),
        ("SD1015", "json", """{ "synthdata": 1, "name": "shop", "tables": { "t": { "rows": 5, "columns": { "a": { "sequense": 1 } } } } }"""),
        ("SD1006", "json cut short", """{ "synthdata": 1, "name": "shop", "tables": { "t": { "rows": 5 """),
        ("SD1014", "nothing", ""),
        ("SD1014", "blanks", "   \n\n"),
        ("SD1014", "a comment", "# nothing\n"),
        ("SD1017", "a word", "hello\n"),
        ("SD1017", "a list", "- a\n- b\n"),
        ("SD1012", "two documents", $"{Head}{Table("id: { sequence: 1 }")}---\na: 1\n"),
        ("SD1006", "a web page", "<!DOCTYPE html>\n<html><body>404: not found</body></html>\n"),
    ];

    public static (string Code, string Name, byte[] Bytes)[] Bytes =>
    [
        ("SD1005", "binary", [.. Enumerable.Range(0, 10_000).Select(index => (byte)(index * 7))]),
        ("SD1022", "zeros", new byte[1000]),
        ("SD1005", "utf-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"{Head}{Table("id: { sequence: 1 }")}")).ToArray()),
        ("SD1005", "latin-1", Encoding.Latin1.GetBytes($"{Head}about: café\n{Table("id: { sequence: 1 }")}")),
        ("SD1005", "a surrogate alone", [.. Encoding.UTF8.GetBytes($"{Head}about: '"), 0xED, 0xA0, 0x80, .. "'\n"u8]),
    ];

    private const string Head = "synthdata: 1\nname: shop\n";

    private static string Table(params string[] columns) => $"tables:\n  t:\n    rows: 5\n    columns:\n{string.Concat(columns.Select(column => $"      {column}\n"))}";

    private static string Parents(string modifier, string rows) =>
        $"tables:\n  p: {{ rows: 3, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  t: {{ rows: {rows}, columns: {{ p: {{ references: p.id, {modifier} }} }} }}\n";

    private static string Counted(string count) =>
        $"{Head}tables:\n  p: {{ rows: 3, key: id, columns: {{ id: {{ sequence: 1 }} }} }}\n  t: {{ rows: {{ per: p, count: {count} }}, columns: {{ p: {{ references: p.id }} }} }}\n";
}
