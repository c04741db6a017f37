using System.Text.RegularExpressions;
using SynthData.Tests.Language;

namespace SynthData.Tests.Knowledge;

public class KnowledgeTextTests
{
    private const string Body = "items.body: { pools: [{ entries: [b] }] }\n";

    [Fact]
    public async Task A_row_takes_the_pool_with_the_most_conditions_that_hold()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + """
            items.title:
              given: [kind, sex]
              pools:
                - { entries: [anybody] }
                - { when: { kind: bike }, entries: [bike] }
                - { when: { kind: [bike, part], sex: f }, entries: [hers] }
            """));

        for (int row = 0; row < made.Count; row++)
            Assert.Equal(made["sex"][row] == "f" ? "hers" : made["kind"][row] == "bike" ? "bike" : "anybody", made["title"][row]);
    }

    [Fact]
    public async Task Weights_and_odds_are_met_to_a_row_or_two()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + """
            items.title:
              given: [sex]
              pools:
                - entries:
                  - { text: a, w: 3 }
                  - { text: b, odds: { sex: { f: 0 } } }
            """), rows: 4_000);

        string?[] his = [.. made["title"].Where((_, row) => made["sex"][row] == "m")];
        Assert.All(made["title"].Where((_, row) => made["sex"][row] == "f"), title => Assert.Equal("a", title));
        Assert.InRange(his.Count(title => title == "b") / (double)his.Length, 0.22, 0.28);
    }

    [Fact]
    public async Task Entries_of_a_pool_stand_in_as_many_rows_as_each_other()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + "items.title: { pools: [{ entries: [a, b, c, d, e] }] }"), rows: 1_600);

        Assert.All(made["title"].GroupBy(title => title), group => Assert.InRange(group.Count(), 300, 340));
    }

    [Fact]
    public async Task Every_variant_comes_once_before_any_comes_twice()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + "items.title: { pools: [{ entries: ['{a|b|c|d} {list:x} {num:1..26}'] }] }", "x: [k, l]"), rows: 208);

        Assert.Equal(208, made["title"].Distinct().Count());
    }

    [Fact]
    public async Task A_list_is_drawn_once_an_entry_and_other_numbers_draw_other_items()
    {
        MadeTable made = await Known.RowsAsync(Known.File("""
            'items.[title, body]':
              pools:
                - entries:
                  - text: { title: '{list:x}', body: '{list:x} {list:x.up} {list:x#2} {list:y}' }
            """, """
            x: [{ text: a, forms: { up: A } }, { text: b, forms: { up: B } }, { text: c, forms: { up: C } }]
            y: ['of {list:x}']
            """));

        for (int row = 0; row < made.Count; row++)
        {
            string title = made["title"][row]!;
            string[] words = made["body"][row]!.Split(' ');
            Assert.Equal([title, title.ToUpperInvariant(), words[2], "of", title], words);
            Assert.NotEqual(title, words[2]);
        }

        Assert.Equal(3, made["title"].Distinct().Count());
    }

    [Fact]
    public async Task Variants_follow_the_row_and_tags_follow_the_item()
    {
        MadeTable made = await Known.RowsAsync(Known.File(
            Body + "items.title: { pools: [{ entries: ['{sex: f=вышла|m=вышел}: {list:device} {list:device: m=сломался|f=сломалась}, {{{kind}}} {size}'] }] }",
            "device: [{ text: принтер, tag: m }, { text: камера, tag: f }]"));

        for (int row = 0; row < made.Count; row++)
        {
            string verb = made["sex"][row] == "f" ? "вышла" : "вышел";
            Assert.Contains(made["title"][row], (string[])
            [
                $"{verb}: принтер сломался, {{{made["kind"][row]}}} {made["size"][row]}",
                $"{verb}: камера сломалась, {{{made["kind"][row]}}} {made["size"][row]}",
            ]);
        }
    }

    [Fact]
    public async Task Items_are_for_the_rows_that_their_conditions_name()
    {
        MadeTable made = await Known.RowsAsync(Known.File(
            Body + "items.title: { given: [kind], pools: [{ entries: ['{list:x}'] }] }",
            "x: [any, { text: bell, when: { kind: bike } }, { text: chain, when: { kind: part }, w: 3 }]"));

        Assert.Equal(["any", "bell"], made["title"].Where((_, row) => made["kind"][row] == "bike").Distinct().Order());
        Assert.Equal(["any", "chain"], made["title"].Where((_, row) => made["kind"][row] == "part").Distinct().Order());
    }

    [Fact]
    public async Task A_row_without_a_value_takes_a_text_that_does_without_it()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + "items.title: { pools: [{ entries: ['in {note}', plain] }] }"));

        Assert.All(made["title"].Where((_, row) => made["note"][row] is null), title => Assert.Equal("plain", title));
        Assert.Contains("in red", made["title"]);
    }

    [Fact]
    public async Task Numbers_have_the_decimals_they_are_written_with()
    {
        MadeTable made = await Known.RowsAsync(Known.File(Body + "items.title: { pools: [{ entries: ['{num:-1..1} {num:0.5..2.0} {num:100..100}'] }] }"));

        Assert.All(made["title"], title => Assert.Matches(new Regex(@"^(-1|0|1) (0\.[5-9]|1\.[0-9]|2\.0) 100$"), title));
    }

    [Fact]
    public async Task A_unique_column_never_repeats_whatever_its_conditions()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { unique: true, prompt", StringComparison.Ordinal);

        MadeTable made = await Known.RowsAsync(Known.File(Body + """
            items.title:
              given: [kind]
              pools:
                - { when: { kind: bike }, entries: ['{num:1..300}', '{list:x}{num:1..300}'] }
                - entries: ['{num:1..300}', 'part {num:1..250}']
            """, "x: [a, b]"), columns);

        Assert.Equal(200, made["title"].Distinct().Count());
    }

    [Fact]
    public async Task Numbers_dates_and_shares_are_drawn_as_the_schema_language_draws_them()
    {
        MadeTable made = await Known.RowsAsync(Known.File("""
            items.price: { given: [kind], pools: [{ when: { kind: bike }, range: [500, 900], distribution: lognormal }, { range: [1, 20] }] }
            items.sold: { pools: [{ values: { true: 9, false: 1 } }] }
            items.day: { pools: [{ range: [2024-01-01, 2024-12-31] }] }
            """), """
            kind:  { values: [bike, part] }
            price: { type: decimal(2), prompt: 'Price of a {kind}.' }
            sold:  { type: bool, prompt: 'Whether a {kind} is sold.' }
            day:   { type: date, prompt: 'When it was made.' }
            """);

        Assert.All(Enumerable.Range(0, made.Count), row => Assert.InRange(
            decimal.Parse(made["price"][row]!, System.Globalization.CultureInfo.InvariantCulture), made["kind"][row] == "bike" ? 500 : 1, made["kind"][row] == "bike" ? 900 : 20));
        Assert.InRange(made["sold"].Count(sold => sold == "true"), 160, 198);
        Assert.All(made["day"], day => Assert.StartsWith("2024-", day, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_pool_leaves_the_rows_of_the_others_alone()
    {
        const string pools = "{ when: { kind: bike }, entries: ['a {num:1..99}', 'b {num:1..99}'] }, { entries: ['c {num:1..99}'] }";
        MadeTable before = await Known.RowsAsync(Known.File(Body + $"items.title: {{ given: [kind, sex], pools: [{pools}] }}"));
        MadeTable after = await Known.RowsAsync(Known.File(Body + $"items.title: {{ given: [kind, sex], pools: [{{ when: {{ kind: part, sex: f }}, entries: [x] }}, {pools}] }}"));

        for (int row = 0; row < before.Count; row++)
            Assert.Equal(before["kind"][row] == "part" && before["sex"][row] == "f" ? "x" : before["title"][row], after["title"][row]);
    }

    [Fact]
    public async Task An_entry_that_names_another_list_moves_no_text_of_other_pools()
    {
        const string lists = "x: ['{one|two|three} {list:y}', '{num:1..99}']\ny: [k, l, m]\nz: ['{p|q|r}', s]";
        const string others = "{ entries: ['{list:x} and {list:y#2}', 'a {list:y}'] }";
        MadeTable before = await Known.RowsAsync(Known.File(Body + $"items.title: {{ given: [kind], pools: [{{ when: {{ kind: bike }}, entries: [bike] }}, {others}] }}", lists));
        MadeTable after = await Known.RowsAsync(Known.File(Body + $"items.title: {{ given: [kind], pools: [{{ when: {{ kind: bike }}, entries: ['{{list:z}} {{list:y}} {{list:x}}'] }}, {others}] }}", lists));

        Assert.Contains("part", before["kind"]);
        for (int row = 0; row < before.Count; row++)
            Assert.True(before["kind"][row] == "bike" || before["title"][row] == after["title"][row], after["title"][row]);
    }

    [Fact]
    public async Task Unique_texts_outside_their_length_are_passed_over()
    {
        string columns = Known.Columns.Replace("title: { prompt", "title: { unique: true, length: [3, 3], prompt", StringComparison.Ordinal);

        MadeTable made = await Known.RowsAsync(Known.File(Body + "items.title: { pools: [{ entries: ['{num:1..999}'] }] }"), columns, rows: 300);

        Assert.Equal(300, made["title"].Distinct().Count());
        Assert.All(made["title"], title => Assert.Equal(3, title!.Length));
    }

    [Fact]
    public async Task More_places_than_one_number_counts_are_all_used()
    {
        string places = string.Join(' ', Enumerable.Range(0, 40).Select(_ => "{a|b|c|d|e|f|g|h}"));

        MadeTable made = await Known.RowsAsync(Known.File(Body + $"items.title: {{ pools: [{{ entries: ['{places} {{list:x}}'] }}] }}", "x: [k, l, m, n]"));

        Assert.All(Enumerable.Range(0, 40), place => Assert.Equal(8, made["title"].Select(title => title!.Split(' ')[place]).Distinct().Count()));
        Assert.Equal(4, made["title"].Select(title => title!.Split(' ')[40]).Distinct().Count());
    }
}
