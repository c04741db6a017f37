using SynthData.Batches;

namespace SynthData.Tests.Language;

/// <summary>Types, conversions and what follows from nothing being converted in silence (sections 4 and 11.3).</summary>
public class TypeTests
{
    [Theory]
    [InlineData("{ type: decimal(2), expr: n }", "7.00")]
    [InlineData("{ type: double, expr: n }", "7")]
    [InlineData("{ type: double, expr: p }", "1.5")]
    [InlineData("{ type: timestamp, expr: d }", "2024-03-31T00:00:00")]
    [InlineData("{ type: decimal(1), expr: 0.25 }", "0.3")]
    [InlineData("{ type: decimal(1), expr: -0.25 }", "-0.3")]
    [InlineData("{ type: int32, expr: n * 2 }", "14")]
    [InlineData("{ expr: n * p }", "10.50")]
    [InlineData("{ expr: d - date '2024-03-01' }", "30")]
    [InlineData("{ expr: d + 1mo }", "2024-04-30")]
    [InlineData("{ expr: d + 2h }", "2024-03-31T02:00:00")]
    [InlineData("{ expr: n > 3 }", "true")]
    [InlineData("{ type: string, expr: cast(n as string) }", "7")]
    [InlineData("{ type: uuid, constant: 0190f5a0-3c1e-8a00-8000-000000000001 }", "0190f5a0-3c1e-8a00-8000-000000000001")]
    [InlineData("{ type: decimal(2), values: [1] }", "1.00")]
    [InlineData("{ type: double, range: [2, 2] }", "2")]
    [InlineData("{ type: timestamp, range: [d, d] }", "2024-03-31T00:00:00")]
    [InlineData("{ type: decimal(2), range: [n, n] }", "7.00")]
    public async Task Whole_numbers_become_decimals_and_doubles_and_dates_midnights(string column, string value) =>
        Assert.Equal([value], (await Made.RowsAsync(Made.Items($"n: {{ constant: 7 }}\np: {{ type: decimal(2), constant: 1.5 }}\nd: {{ type: date, constant: 2024-03-31 }}\nx: {column}"))).Tally("x").Keys);

    [Theory]
    [InlineData("{ type: int64, expr: p }")]
    [InlineData("{ type: decimal(2), expr: n / 2 }")]
    [InlineData("{ type: string, expr: n }")]
    [InlineData("{ type: date, expr: d + 2h }")]
    [InlineData("{ type: int64, expr: d }")]
    [InlineData("{ type: bool, expr: n }")]
    [InlineData("{ type: decimal(2), sequence: 1 }")]
    [InlineData("{ type: int64, uuid: true }")]
    [InlineData("{ type: int64, pattern: '[0-9]' }")]
    [InlineData("{ type: int64, template: '{n}' }")]
    [InlineData("{ type: int64, range: [1, p] }")]
    public void Nothing_else_is_converted(string column) => Assert.Equal(
        ["SD2013"], Made.Told(Made.Items($"n: {{ constant: 7 }}\np: {{ type: decimal(2), constant: 1.5 }}\nd: {{ type: date, constant: 2024-03-31 }}\nx: {column}")).Select(told => told.Code));

    [Fact]
    public async Task A_reference_to_another_type_is_refused_and_takes_the_parents_without_one()
    {
        string Schema(string type) => Made.Shop($$"""
            parents: { rows: 3, key: id, columns: { id: { uuid: true } } }
            items: { rows: 9, columns: { parent: { {{type}}references: parents.id } } }
            """);

        Assert.Equal("SD2013", Assert.Single(Made.Told(Schema("type: int64, "))).Code);
        Assert.All((await Made.RowsAsync(Schema("")))["parent"], cell => Assert.Equal(36, cell!.Length));
    }

    [Theory]
    [InlineData("{ values: [1, 2] }", "int64")]
    [InlineData("{ values: [1, 2.5] }", "double")]
    [InlineData("{ values: [true, false] }", "string")]
    [InlineData("{ values: [2024-01-01] }", "string")]
    [InlineData("{ constant: 1.50 }", "double")]
    [InlineData("{ range: [1, 2.5] }", "double")]
    [InlineData("{ range: [2024-01-01, 2024-02-01] }", "date")]
    [InlineData("{ range: [2024-01-01T00:00:00, 2024-02-01T00:00:00] }", "timestamp")]
    [InlineData("{ range: [08:00:00, 09:00:00] }", "time")]
    [InlineData("{ sequence: 1 }", "int64")]
    [InlineData("{ template: x }", "string")]
    [InlineData("{ semantic: person.full_name }", "string")]
    [InlineData("{ cases: [ { when: 1 = 1, constant: 1 }, { else: { constant: 2 } } ] }", "int64")]
    public async Task The_type_follows_from_the_source(string column, string type)
    {
        await foreach (RowBatch batch in Made.Plan(Made.Items($"x: {column}")).ReadBatchesAsync("items", TestContext.Current.CancellationToken))
            Assert.Equal(type, batch.Columns[0].Type.ToString());
    }
}
