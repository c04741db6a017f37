using System.ComponentModel.DataAnnotations.Schema;
using SynthData.Testing;
using SynthData.Tests.Language;

namespace SynthData.Tests.Fixtures;

/// <summary>How rows become objects of types that a person wrote, and what a type is refused for.</summary>
public sealed class BindingTests : IDisposable
{
    private const string Types = """
        text: { values: [one, two] }
        truth: { type: bool, values: [true] }
        small: { type: int32, range: [1, 100] }
        large: { range: [1, 100] }
        real: { type: double, range: [0, 1] }
        money: { type: decimal(2), range: [0, 9] }
        day: { type: date, range: [2024-01-01, 2024-12-31] }
        hour: { type: time, range: ['08:00', '18:00'] }
        moment: { type: timestamp, range: [2024-01-01, 2024-12-31] }
        id: { uuid: true }
        data: { object: { n: large } }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_type_of_column_becomes_its_type()
    {
        Natural row = Load<Natural>(Types)[0];
        Assert.Contains(row.Text, (string[])["one", "two"]);
        Assert.True(row.Truth);
        Assert.InRange(row.Small, 1, 100);
        Assert.InRange(row.Large, 1, 100);
        Assert.InRange(row.Real, 0, 1);
        Assert.InRange(row.Money, 0, 9);
        Assert.Equal(2024, row.Day.Year);
        Assert.InRange(row.Hour, new TimeOnly(8, 0), new TimeOnly(18, 0));
        Assert.Equal(2024, row.Moment.Year);
        Assert.NotEqual(Guid.Empty, row.Id);
        Assert.Contains("\"n\"", row.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_hold_each_cell_take_it_as_well()
    {
        Wider row = Load<Wider>(Types)[0];
        Natural same = Load<Natural>(Types)[0];
        Assert.Equal((same.Text, same.Truth), (row.Text!.Value.ToString().ToLowerInvariant(), row.Truth));
        Assert.Equal((same.Small, same.Large), ((int)row.Small!.Value, (long)row.Large));
        Assert.Equal((same.Real, same.Money), (row.Real, row.Money));
        Assert.Equal((same.Day.ToDateTime(TimeOnly.MinValue), same.Hour.ToTimeSpan()), (row.Day, row.Hour));
        Assert.Equal((new DateTimeOffset(same.Moment, TimeSpan.Zero), same.Id.ToString()), (row.Moment, row.Id));
    }

    [Fact]
    public void Classes_structs_and_attributes_bind()
    {
        IReadOnlyList<Article> articles = Fixture.Load<Article>("shop.yaml");
        Assert.All(articles, one => Assert.Matches("^[A-Z]{2}-[0-9]{4}$", one.Number));
        Assert.All(articles, one => Assert.True(one is { Price: >= 3, Sold: 0, Latest: null, Lines: [] }));
        Assert.All(Fixture.Load<Line>("shop.yaml", rows: 5), one => Assert.True(one.Number >= 1 && Guid.TryParse(one.Order, out _)));
        Assert.All(Fixture.Load<Several>("shop.yaml", rows: 3, table: "products"), one => Assert.NotEmpty(one.Sku));
    }

    [Theory]
    [InlineData("orders", "order")]
    [InlineData("orders", "Orders")]
    [InlineData("categories", "Category")]
    [InlineData("tax_boxes", "TaxBox")]
    public void Tables_are_named_like_types_or_their_plurals(string table, string type) =>
        Assert.Equal(table, TableName.Of(new NamedType(type), ["people", "orders", "categories", "tax_boxes"]));

    [Fact]
    public void A_type_without_a_table_is_told_how_to_name_one()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Load<Natural>("shop.yaml"));
        Assert.Contains("SD8422: No table is named after type 'Natural'. Tables: customers, products, orders, lines.", told.Message, StringComparison.Ordinal);
        Assert.Contains("[Table(\"customers\")]", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_is_told_with_what_may_be_meant()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Load<Customer>("shop.yaml", table: "costumers"));
        Assert.Contains("SD8425: There is no table 'costumers'. Did you mean 'customers'?", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_difference_between_a_type_and_its_table_is_told_at_once()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Load<OldOrder>("shop.yaml", table: "orders"));
        Assert.Equal("SD8423", Assert.Single(told.Diagnostics).Code);
        Assert.StartsWith($"{Shop.Path}(26,3): error SD8423: Type 'OldOrder' does not match table 'orders':", told.Message, StringComparison.Ordinal);
        Assert.Contains("- column 'id' is uuid, and 'Id' is int; it takes Guid or string", told.Message, StringComparison.Ordinal);
        Assert.Contains("- 'OrderdAt' has no column. Did you mean 'ordered_at'?", told.Message, StringComparison.Ordinal);
        Assert.Contains("- column 'shipped_at' may be null, and 'ShippedAt' is DateTime; write DateTime?", told.Message, StringComparison.Ordinal);
        Assert.Contains("- column 'status' has 'returned', which 'OldStatus' lacks", told.Message, StringComparison.Ordinal);
        Assert.Contains("synthdata codegen", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_may_be_null_needs_a_text_that_may_be_null()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Load<Noted>("shop.yaml", table: "customers"));
        Assert.Contains("column 'note' may be null, and 'Note' is string; write string?", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_beyond_its_type_is_told_and_not_cut()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Load<Narrow>("large: { sequence: 3_000_000_000 }"));
        Assert.Contains("SD8424: Row 1 of table 'items' has 3000000000 in 'large', which 'Narrow.Large' (int) cannot hold.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_member_is_told_where_it_comes()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Load<Spoken>("text: { template: '{number}x' }\nnumber: { sequence: 5 }"));
        Assert.Contains("SD8424: Row 1 of table 'items' has 5x in 'text', which 'Spoken.Text' (Word) cannot hold.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_alike_need_a_name()
    {
        const string alike = "a_b: { constant: 1 }\nab: { constant: 2 }";
        Assert.Contains("'A_B_' may be any of a_b, ab; [Column(\"a_b\")] says which", Assert.Throws<FixtureException>(() => Load<Ambiguous>(alike)).Message, StringComparison.Ordinal);
        Assert.Equal((2L, 1L), (Load<Exact>(alike)[0].AB, Load<Exact>(alike)[0].Other));
    }

    [Fact]
    public void A_parameter_of_a_record_takes_the_column_that_its_property_names() =>
        Assert.Equal(2, Load<Renamed>("a_b: { constant: 1 }\nother: { constant: 2 }")[0].AB);

    [Fact]
    public void A_type_that_takes_no_column_is_refused_instead_of_left_empty()
    {
        const string number = "large: { sequence: 5 }";
        Assert.Contains("- nothing of it takes a column", Assert.Throws<FixtureException>(() => Load<Shown>(number)).Message, StringComparison.Ordinal);
        Assert.Contains("SD8423", Assert.Throws<FixtureException>(() => Load<long>(number)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_types_own_code_throws_comes_as_it_is()
    {
        Assert.Equal("5 is odd", Assert.Throws<InvalidOperationException>(() => Load<Even>("large: { sequence: 5 }")).Message);
        Assert.Equal("5 is odd", Assert.Throws<InvalidOperationException>(() => Load<EvenProperty>("large: { sequence: 5 }")).Message);
    }

    private IReadOnlyList<T> Load<T>(string columns) => Fixture.Load<T>(folder.Write("items.yaml", Made.Items(columns, rows: 3)), table: "items");

    private sealed record Natural(
        string Text, bool Truth, int Small, long Large, double Real, decimal Money, DateOnly Day, TimeOnly Hour, DateTime Moment, Guid Id, string Data);

    private sealed record Wider(
        Word? Text, bool Truth, double? Small, ulong Large, double Real, decimal Money, DateTime Day, TimeSpan Hour, DateTimeOffset Moment, string Id, string Data);

    private enum Word
    {
        One,
        Two,
    }

    private sealed record Narrow(int Large);

    private sealed record Spoken(Word Text);

    private sealed record Noted(string Note);

    private sealed record Ambiguous(long A_B_);

    private sealed record Exact(long AB)
    {
        [Column("a_b")]
        public long Other { get; init; }
    }

    private sealed record Renamed([property: Column("other")] long AB);

    private sealed class Shown
    {
        public long Large { get; }
    }

    private sealed class Even
    {
        public Even(long large) => throw new InvalidOperationException($"{large} is odd");
    }

    private sealed class EvenProperty
    {
        public long Large
        {
            get => 0;
            set => throw new InvalidOperationException($"{value} is odd");
        }
    }

    private enum OldStatus
    {
        Delivered,
        Open,
    }

    private sealed record OldOrder(int Id, DateTime OrderdAt, OldStatus Status)
    {
        public DateTime ShippedAt { get; init; }
    }

    /// <summary>Has a constructor for the code that makes it and one for properties that are set.</summary>
    private sealed class Several
    {
        public Several(string sku, string more) => Sku = sku + more;

        public Several() => Sku = "";

        public string Sku { get; set; }
    }

    private sealed class NamedType(string name) : System.Reflection.TypeDelegator(typeof(object))
    {
        public override string Name => name;
    }
}
