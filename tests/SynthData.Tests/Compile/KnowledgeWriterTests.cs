using System.Collections.Immutable;
using SynthData.Compile;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Tests.Knowledge;

namespace SynthData.Tests.Compile;

/// <summary>What is written is what is read again, whatever stands in it.</summary>
public class KnowledgeWriterTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("with \"quotes\" and \\ strokes")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("a: b # c, [d] {{e}} - & * ! % @ | >")]
    [InlineData(" blanks around ")]
    [InlineData("Größe 😀 дом 包")]
    [InlineData("null")]
    [InlineData("'single'")]
    public void A_text_comes_back_as_it_was(string text)
    {
        var column = new WrittenColumn("t.c", ["c"]) { Pools = [new WrittenPool([], [WrittenEntry.OfModel([text])])] };

        KnowledgeEntry entry = Assert.Single(Read(KnowledgeWriter.Write("d", [column], null)).Columns[0].Pools[0].Entries);

        Assert.Equal((text, KnowledgeAuthor.Model, EntryId.Of([text])), (entry.Texts[0].Written, entry.By, entry.Id));
    }

    [Fact]
    public async Task Conditions_weights_odds_groups_and_draws_come_back()
    {
        const string Written = """
            synthdata-knowledge: 1
            columns:
              t.[a, b]:
                fingerprint: 0123456789abcdef
                given: [kind, "on off"]
                pools:
                  - when: { kind: [x, "null"], "on off": "yes: no" }
                    entries:
                      - { id: one, w: 2.5, odds: { kind: { x: 3, "null": 0 } }, text: { a: First, b: "{one|two}" } }
            """;
        KnowledgeFile before = Read(Written);
        WrittenColumn[] columns =
        [
            new("t.[a, b]", ["a", "b"])
            {
                Fingerprint = before.Columns[0].Fingerprint,
                Given = [.. before.Columns[0].Given.Select(name => name.Text)],
                Pools = [.. before.Columns[0].Pools.Select(pool => WrittenPool.Of(pool, null))],
            },
            new("t.price", ["price"]) { Given = ["kind"], Pools = [new WrittenPool([("kind", ["x"])], [new WrittenEntry([]) { Draw = "range: [1, 9]" }])] },
        ];

        string text = KnowledgeWriter.Write("d", columns, null);
        KnowledgeFile after = Read(text);

        Assert.Equal(Printed(before.Columns[0]), Printed(after.Columns[0]));
        Assert.NotNull(after.Columns[1].Pools[0].Draw);
        Assert.Empty(await EditorKnowledgeTests.CheckAsync(text));
    }

    [Fact]
    public async Task What_compile_writes_passes_the_schema_of_editors()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        Assert.Empty(await EditorKnowledgeTests.CheckAsync(bench.Text));
    }

    private static KnowledgeFile Read(string text)
    {
        var bag = new DiagnosticBag();
        KnowledgeFile? file = KnowledgeReader.ReadText(text, bag);
        Assert.Empty(bag);
        return file!;
    }

    private static string Printed(KnowledgeColumn column) => string.Join('\n', ImmutableArray.Create(column.Key, column.Fingerprint).Concat(column.Given.Select(name => name.Text))
        .Concat(column.Pools.SelectMany(pool => pool.Entries.Select(entry =>
            $"{pool.Name} {entry.Id} {entry.Weight} {entry.By} {string.Join('/', entry.Texts.Select(one => one.Written))} {string.Join(',', entry.Odds.SelectMany(odds => odds.Factors.Select(factor => $"{odds.Column.Text}={factor.Value.Text}*{factor.Factor}")))}"))));
}
