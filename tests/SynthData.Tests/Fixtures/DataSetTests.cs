using System.Data;
using SynthData.Testing;

namespace SynthData.Tests.Fixtures;

/// <summary>Tables of ADO.NET.</summary>
public class DataSetTests
{
    [Fact]
    public void A_table_has_its_columns_types_nulls_and_key()
    {
        DataTable customers = Fixture.Open("shop.yaml").DataTable("Customers");
        Assert.Equal(["id", "name", "segment", "joined", "note"], customers.Columns.Cast<DataColumn>().Select(column => column.ColumnName));
        Assert.Equal([typeof(long), typeof(string), typeof(string), typeof(DateOnly), typeof(string)], customers.Columns.Cast<DataColumn>().Select(column => column.DataType));
        Assert.Equal([false, false, false, false, true], customers.Columns.Cast<DataColumn>().Select(column => column.AllowDBNull));
        Assert.Equal("id", Assert.Single(customers.PrimaryKey).ColumnName);
        Assert.Equal(Fixture.Load<Customer>("shop.yaml").Select(one => one.Name), customers.Rows.Cast<DataRow>().Select(row => (string)row["name"]));
        Assert.Contains(customers.Rows.Cast<DataRow>(), row => row.IsNull("note"));
        Assert.All(customers.Rows.Cast<DataRow>(), row => Assert.Equal(DataRowState.Unchanged, row.RowState));
    }

    [Fact]
    public void A_set_has_all_tables_and_leads_from_child_to_parent()
    {
        DataSet set = Fixture.Open("shop.yaml").DataSet();
        Assert.Equal(["customers", "products", "orders", "lines"], set.Tables.Cast<DataTable>().Select(table => table.TableName));
        Assert.Equal(["orders.customer", "lines.order", "lines.product"], set.Relations.Cast<DataRelation>().Select(relation => relation.RelationName));
        Assert.All(set.Tables["lines"]!.Rows.Cast<DataRow>(), line =>
            Assert.Equal((decimal)line["total"], (long)line["quantity"] * (decimal)line.GetParentRow("lines.product")!["price"]));
    }

    [Fact]
    public void A_set_may_have_some_of_the_tables_and_is_everybodys_own()
    {
        Fixture some = Fixture.Open("shop.yaml", new() { Tables = ["orders", "customers"] });
        Assert.Equal(["customers", "orders"], some.DataSet().Tables.Cast<DataTable>().Select(table => table.TableName));
        some.DataTable("orders").Rows.Clear();
        Assert.NotEmpty(some.DataTable("orders").Rows);
    }
}
