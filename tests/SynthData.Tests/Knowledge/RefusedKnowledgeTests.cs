using SynthData.Diagnostics;

namespace SynthData.Tests.Knowledge;

/// <summary>What a knowledge file may not say: each fault has its code at its place, before the first row.</summary>
public class RefusedKnowledgeTests
{
    private const string Body = "items.body: { pools: [{ entries: [b] }] }\n";

    // The mark stands right before the place that the diagnostic names.
    private static readonly (string Name, string Code, string Text)[] Faults =
    [
        ("no version", "SD7001", "§columns: { items.title: { pools: [{ entries: [a] }] } }\n"),
        ("a newer version", "SD7002", "synthdata-knowledge: §2\ncolumns: { items.title: { pools: [{ entries: [a] }] } }\n"),
        ("no columns", "SD7003", "§synthdata-knowledge: 1\n"),
        ("no pool", "SD7003", Known.File("items.title: { pools: §[] }")),
        ("an empty pool", "SD7003", Known.File("items.title: { pools: [{ entries: §[] }] }")),
        ("an empty list", "SD7003", Known.File("items.title: { pools: [{ entries: ['{list:x}'] }] }", "x: §[]")),
        ("a weight of zero", "SD7004", Known.File("items.title: { pools: [{ entries: [{ text: a, w: §0 }] }] }")),
        ("a weight below zero in a list", "SD7004", Known.File("items.title: { pools: [{ entries: ['{list:x}'] }] }", "x: [{ text: a, w: §-1 }]")),
        ("a condition on what is not given", "SD7005", Known.File("items.title: { pools: [{ when: { §kind: bike }, entries: [a] }] }")),
        ("odds of what is not given", "SD7005", Known.File("items.title: { pools: [{ entries: [{ text: a, odds: { §sex: { f: 2 } } }] }] }")),
        ("a group that lacks a column", "SD7006", Known.File("'items.[title, body]': { pools: [{ entries: [{ text: §{ title: a } }] }] }")),
        ("an open brace", "SD7007", Known.File("items.title: { pools: [{ entries: ['a §{kind'] }] }")),
        ("a brace that closes nothing", "SD7007", Known.File("items.title: { pools: [{ entries: ['a §} b'] }] }")),
        ("an empty brace", "SD7007", Known.File("items.title: { pools: [{ entries: ['a {§} b'] }] }")),
        ("a range turned round", "SD7007", Known.File("items.title: { pools: [{ entries: ['{§num:9..2}'] }] }")),
        ("a range of too many numbers", "SD7007", Known.File("items.title: { pools: [{ entries: ['{§num:0.00..99999999.99}'] }] }")),
        ("a list without a name", "SD7007", Known.File("items.title: { pools: [{ entries: ['{§list:}'] }] }")),
        ("a text without end", "SD7008", Known.File($"items.title: {{ pools: [{{ entries: [§{new string('a', 4_001)}] }}] }}")),
        ("an unknown list", "SD7009", Known.File("items.title: { pools: [{ entries: ['{§list:frames}'] }] }", "frame: [a]")),
        ("an unknown list in a list", "SD7009", Known.File("items.title: { pools: [{ entries: ['{list:frame}'] }] }", "frame: ['{§list:colour}']")),
        ("a form that an item lacks", "SD7010", Known.File("items.title: { pools: [{ entries: ['{§list:frame.gen}'] }] }", "frame: [{ text: a, forms: { gen: b } }, c]")),
        ("a tag without its variant", "SD7011", Known.File("items.title: { pools: [{ entries: ['{§list:frame: m=a|f=b}'] }] }", "frame: [{ text: a, tag: m }, { text: b, tag: n }]")),
        ("a circle of lists", "SD7012", Known.File("items.title: { pools: [{ entries: ['{list:a}'] }] }", "§a: ['{list:b}']\nb: ['{list:a}']")),
        ("an expansion over the limit", "SD7013", Known.File("items.title: { pools: [{ entries: ['§{list:a}{list:a}{list:a}{list:a}'] }] }", $"a: [{new string('a', 3_000)}]")),
        ("too many entries", "SD7014", Known.File($"§items.title: {{ pools: [{{ entries: [{string.Join(", ", Enumerable.Range(0, 20_001))}] }}] }}")),
        ("two pools of one condition", "SD7015", Known.File("items.title: { given: [kind, sex], pools: [{ when: { kind: bike, sex: f }, entries: [a] }, §{ when: { sex: f, kind: bike }, entries: [b] }, { entries: [c] }] }")),
        ("texts beside a range", "SD7016", Known.File("items.title: { given: [kind], pools: [{ when: { kind: bike }, entries: [a] }, §{ range: [1, 2] }] }")),
        ("a column twice", "SD7017", Known.File("items.title: { pools: [{ entries: [a] }] }\n§'items.[title, body]': { pools: [{ entries: [{ text: { title: a, body: b } }] }] }")),
        ("an unknown table", "SD7021", Known.File("§itmes.title: { pools: [{ entries: [a] }] }")),
        ("an unknown column", "SD7021", Known.File("§items.titel: { pools: [{ entries: [a] }] }")),
        ("a column that is no prompt", "SD7021", Known.File("§items.kind: { pools: [{ entries: [a] }] }")),
        ("an unknown slot", "SD7022", Known.File("items.title: { pools: [{ entries: ['a {§colour}'] }] }")),
        ("an unknown column in given", "SD7022", Known.File("items.title: { given: [§colour], pools: [{ entries: [a] }] }")),
        ("an unknown category", "SD7023", Known.File("items.title: { given: [kind], pools: [{ when: { kind: §boat }, entries: [a] }, { entries: [b] }] }")),
        ("an unknown category in odds", "SD7023", Known.File("items.title: { given: [kind], pools: [{ entries: [{ text: a, odds: { kind: { §boat: 2 } } }] }] }")),
        ("texts that all name what may be null", "SD7026", Known.File("items.title: { pools: [§{ entries: ['a {note}', 'b {note}'] }] }")),
        ("a variant that is missing", "SD7027", Known.File("items.title: { pools: [{ entries: ['{§sex: f=a}'] }] }")),
        ("variants of an open column", "SD7027", Known.File("items.title: { pools: [{ entries: ['{§size: 10=a|11=b}'] }] }")),
        ("an unknown pack", "SD7033", Known.File("items.title: { pack: §job-titels }")),
        ("a pack in no such language", "SD7034", Known.File("items.title: { pack: §job-titles, given: { industry: kind, seniority: sex } }")),
        ("a column that a pack lacks", "SD7035", Known.File("items.title: { pack: §job-titles, column: name }")),
        ("a list for some rows only", "SD7037", Known.File("items.title: { given: [kind], pools: [{ entries: ['{list:a}'] }] }", "§a: [{ text: x, when: { kind: bike } }]")),
    ];

    public static TheoryData<string> Names => [.. Faults.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_at_its_place(string name)
    {
        (_, string code, string text) = Faults.Single(fault => fault.Name == name);
        string whole = text.Contains("columns", StringComparison.Ordinal) && !text.Contains("body", StringComparison.Ordinal) ? text.Replace("\ncolumns:\n", $"\ncolumns:\n  {Body}", StringComparison.Ordinal) : text;
        string columns = name == "a pack in no such language" ? Known.Columns.Replace("title: { prompt", "title: { locale: fi, prompt", StringComparison.Ordinal) : Known.Columns;

        Diagnostic told = Assert.Single(Known.Told(whole, null, columns), IsError);

        string before = whole[..whole.IndexOf('§', StringComparison.Ordinal)];
        Assert.Equal(code, told.Code);
        Assert.EndsWith("shop.knowledge.yaml", told.Position?.File, StringComparison.Ordinal);
        Assert.Equal((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (told.Position?.Line ?? 0, told.Position?.Column ?? 0));
    }

    // A prompt that is not known about has no other source either, which is told at the schema.
    private static bool IsError(Diagnostic told) =>
        told.Severity == DiagnosticSeverity.Error && told.Position?.File.EndsWith("shop.knowledge.yaml", StringComparison.Ordinal) == true;

    [Fact]
    public void A_text_that_never_fits_its_length_is_told()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { length: [3, 5], prompt", StringComparison.Ordinal);

        Diagnostic told = Known.Told(Known.File(Body + "items.title: { pools: [{ entries: [abcd, 'ab{cdef|cdefg}', abc] }] }"), null, columns).Single(one => one.Severity == DiagnosticSeverity.Error);

        Assert.Equal("SD7031", told.Code);
        Assert.Contains("6 or more", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unique_column_takes_no_text_that_names_a_column_and_no_pool_that_is_too_small()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { unique: true, prompt", StringComparison.Ordinal);

        Assert.Equal(["SD7028"], Codes(Known.File(Body + "items.title: { pools: [{ entries: ['{size} {num:1..900}'] }] }"), columns));
        Assert.Equal(["SD7029"], Codes(Known.File(Body + "items.title: { pools: [{ entries: ['{num:1..99}'] }] }"), columns));
        Assert.Empty(Codes(Known.File(Body + "items.title: { pools: [{ entries: ['{num:1..200}'] }] }"), columns));
    }

    [Fact]
    public void Unique_texts_of_millions_of_rows_are_refused()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { unique: true, prompt", StringComparison.Ordinal);
        string knowledge = Known.File(Body + "items.title: { pools: [{ entries: ['{num:1..99999999}'] }] }");

        SchemaException refused = Assert.Throws<SchemaException>(() => Known.Plan(knowledge, null, columns, rows: 2_000_001));

        Assert.Equal("SD7030", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void A_number_takes_no_text_with_places()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { type: int32, prompt", StringComparison.Ordinal);

        Assert.Equal(["SD7032"], Codes(Known.File(Body + "items.title: { pools: [{ entries: ['{num:1..9}'] }] }"), columns));
    }

    [Fact]
    public void Conditions_of_too_many_combinations_are_refused()
    {
        string columns = Known.Columns + string.Concat(Enumerable.Range(0, 7).Select(number => $"\nc{number}: {{ values: [{string.Join(", ", Enumerable.Range(0, 9))}] }}"));
        string odds = string.Join(", ", Enumerable.Range(0, 7).Select(number => $"c{number}: {{ {string.Join(", ", Enumerable.Range(0, 9).Select(value => $"{value}: 2"))} }}"));

        Assert.Equal(["SD7036"], Codes(Known.File(Body + $"items.title: {{ given: [{string.Join(", ", Enumerable.Range(0, 7).Select(number => $"c{number}"))}], pools: [{{ entries: [{{ text: a, odds: {{ {odds} }} }}] }}] }}"), columns));
    }

    [Fact]
    public void What_does_not_cover_is_told_or_gives_way()
    {
        string half = Known.File("items.title: { pools: [{ entries: [a] }] }\nitems.body: { given: [kind], pools: [{ when: { kind: bike }, entries: [b] }] }");

        Diagnostic warning = Assert.Single(Known.Told(half));
        Assert.Equal("SD7025", warning.Code);
        Assert.Contains("nothing is for kind: part; it is filled by its fallback", warning.Message, StringComparison.Ordinal);
        Assert.Equal("SD7024", Assert.Single(Known.Told(half, new GenerationRequest { Text = TextSource.Knowledge })).Code);
    }

    private static string[] Codes(string knowledge, string columns) =>
        [.. Known.Told(knowledge, null, columns).Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.Code)];
}
