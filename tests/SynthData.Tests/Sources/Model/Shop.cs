using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Tests.Sources.Model;

/// <summary>A small table with one or two prompt columns.</summary>
internal static class Shop
{
    public static readonly PromptColumn Title = Column("title", "Catalogue title of a {kind}.", isUnique: true);
    public static readonly PromptColumn Blurb = Column("blurb", "Praise a {kind} in one sentence.");
    public static readonly PromptRule NoFree = new("no_free", "title not like '%free%'", "Nothing is free.", ["title"]);

    public static PromptTable Products(params PromptColumn[] columns) => new()
    {
        Dataset = "bike-shop",
        DatasetAbout = "A small chain of bicycle shops.",
        Locale = "nl-NL",
        Seed = 42,
        Table = "products",
        TableAbout = "What is sold.",
        RowCount = 200,
        Known =
        [
            new KnownColumn("kind", ColumnType.Text, null),
            new KnownColumn("price", ColumnType.Decimal(2), "In euros."),
        ],
        Columns = columns.Length == 0 ? [Title] : [.. columns],
        Rules = [NoFree],
    };

    public static PromptColumn Column(
        string name, string prompt, ColumnType? type = null, bool isUnique = false, LengthRange? length = null, string? about = null)
    {
        ColumnType known = type ?? ColumnType.Text;
        return new PromptColumn(name, known, prompt, about, isUnique, length, null, ["kind"], $"{prompt}|{known}|{isUnique}|{about}");
    }

    public static LengthRange Length(int low, int high) => new(low, high, new SourcePosition("shop.yaml", 1, 1));

    public static FakeRows Rows(PromptTable table, Func<PromptAnswer, PromptViolation?>? rule = null) =>
        new(index => Slot(table, index), rule);

    public static PromptSlot Slot(PromptTable table, long index) => new(
        index,
        [index % 2 == 0 ? "tyre" : "e-bike", index % 5 == 4 ? null : (10 + index).ToString(CultureInfo.InvariantCulture) + ".50"],
        [.. Enumerable.Repeat(true, table.Columns.Length)]);

    public static ImmutableArray<string?> Texts(IEnumerable<PromptAnswer> answers, int column = 0) => [.. answers.Select(answer => answer.Cells[column])];
}
