using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Tests.Language;

namespace SynthData.Tests.Planning;

/// <summary>What a plan says before the first row is made.</summary>
public class PlanTests
{
    [Fact]
    public void All_errors_are_told_at_once_and_none_twice()
    {
        IReadOnlyList<Diagnostic> told = Made.Told(Made.Shop("""
            orders:
              rows: { per: custmers, count: 2 }
              key: [customer, n]
              columns:
                n: { position: true }
                customer: { references: customers.id }
                city: { expr: customer.city }
                town: { expr: custmers.city }
            lines:
              rows: 3
              columns:
                order: { references: ordrs.id }
                total: { expr: order.total * 2 }
                price: { type: int64, values: [one] }
                a: { type: int64, expr: b + 1 }
                b: { type: int64, expr: a + 1 }
              rules: [ { unique: [nothing] }, price = 'x' ]
            """));

        Assert.Equal(
            ["SD2001 custmers", "SD2001 customers", "SD2001 ordrs", "SD2012 one", "SD2005 lines", "SD2041 rule", "SD2113 price = 'x'"],
            told.Select(one => $"{one.Code} {one.Message.Split('\'')[one.Code is "SD2041" ? 0 : 1]}".Replace("The rule names column ", "rule", StringComparison.Ordinal))
                .Select(text => text.StartsWith("SD2113", StringComparison.Ordinal) ? "SD2113 price = 'x'" : text));
    }

    [Fact]
    public void Tables_come_parents_first_and_columns_in_stages()
    {
        PlanReport report = Made.Plan(Made.Shop("""
            items: { rows: { per: orders, count: 2 }, columns: { c: { expr: b + 1 }, b: { expr: a + 1 }, a: { expr: order.n }, order: { references: orders.id } } }
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 }, n: { type: int64, range: [1, 9] } } }
            """)).Report();

        Assert.Equal(["orders", "items"], report.Tables.Select(table => table.Name));
        Assert.Equal(["order", "a", "b", "c"], report.Tables[1].Stages);
        Assert.Equal(9, report.Rows);
    }

    [Fact]
    public void Each_rule_is_told_with_how_it_is_kept_and_how_often_it_rejects()
    {
        TableReport table = Made.Plan(Made.Items("""
            id: { sequence: 1 }
            coin: { values: [heads, tails] }
            half: { expr: id // 2 }
            """, 1000, "key: id\nrules: [ coin = 'heads', id > 0, { depends: { half: id } }, { share: coin = 'heads', is: 50%, within: 50% }, { rows: { between: [900, 1000] } } ]")).Report().Tables[0];

        Assert.Equal(
            ["redraw", "checked, never redrawn", "by construction", "verified", "verified, standard error 0.0158", "verified"], table.Rules.Select(rule => rule.Means));
        Assert.Equal((1000, 0), (table.Rules[1].Probed, table.Rules[1].Rejected));
        Assert.InRange(table.Rules[0].Rejected, 400, 600);
    }

    [Fact]
    public void What_a_range_cuts_away_is_told()
    {
        TableReport table = Made.Plan(Made.Items("""
            a: { type: double, range: [0, 100], distribution: { normal: { mean: 0, sd: 10 } } }
            b: { type: double, range: [-100, 100], distribution: { normal: { mean: 0, sd: 10 } } }
            c: { type: double, range: [0, 100] }
            """)).Report().Tables[0];

        Assert.Equal(0.5, table.Columns[0].ShareCut!.Value, 6);
        Assert.Equal(0, table.Columns[1].ShareCut!.Value, 6);
        Assert.Null(table.Columns[2].ShareCut);
    }

    [Fact]
    public void A_rule_on_the_number_of_rows_holds_where_it_is_met() =>
        Assert.Empty(Made.Told(Made.Items("a: { constant: 1 }", rest: "rules: [ { rows: { between: [100, 100] } } ]")));

    [Fact]
    public void A_guess_shows_the_line_to_write()
    {
        ColumnReport column = Made.Plan(Made.Items("last_name: { }")).Report().Tables[0].Columns[0];

        Assert.Equal("guessed; write last_name: { semantic: person.last_name }", column.Detail);
    }
}
