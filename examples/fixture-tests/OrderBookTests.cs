using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SynthData.Testing;

namespace FixtureTests;

/// <summary>The order book on rows that the schema makes, in SQLite always and in PostgreSQL where <c>SYNTHDATA_POSTGRES</c> names a server.</summary>
public class OrderBookTests
{
    // Made once, for all tests of the process.
    private static readonly Fixture Shop = Fixture.Open("schema.yaml");

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Open_orders_are_those_that_nobody_shipped(string kind)
    {
        using Book book = Book.Of(Shop, kind);
        Assert.Equal(Shop.Rows<Order>().Where(order => order.ShippedAt is null).Select(order => order.Id), book.Orders.Open());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void An_order_is_delivered_once(string kind)
    {
        // The first order is open, whatever the seed says.
        using Book book = Book.Of(Fixture.Open("schema.yaml", new() { Pinned = { ["orders"] = [new { Status = "open" }] } }), kind);
        long first = book.Orders.Open()[0];
        Assert.True(book.Orders.Deliver(first));
        Assert.False(book.Orders.Deliver(first));
        Assert.DoesNotContain(first, book.Orders.Open());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void What_was_returned_is_not_spent(string kind)
    {
        using Book book = Book.Of(Shop, kind);
        Dictionary<long, Order> orders = Shop.Rows<Order>().ToDictionary(order => order.Id);
        foreach (Customer customer in Shop.Rows<Customer>())
        {
            decimal kept = Shop.Rows<Line>().Where(line => orders[line.OrderId] is { Status: not "returned" } order && order.Customer == customer.Id).Sum(line => line.Total);
            Assert.Equal(kept, book.Orders.SpentBy(customer.Id));
        }
    }

    [Fact]
    public void Rows_are_changed_with_with()
    {
        Order order = Fixture.Load<Order>("schema.yaml", rows: 1)[0];
        Order lost = order with { Status = "lost" };
        Assert.Equal(("lost", order.Id), (lost.Status, lost.Id));
    }

    [Fact]
    public void Checked_in_files_are_what_the_schema_makes() => Fixture.Check("schema.yaml", "made");

    private sealed record Book(FixtureDatabase Database, DbConnection Connection) : IDisposable
    {
        public OrderBook Orders => new(Connection);

        public static Book Of(Fixture shop, string kind)
        {
            Assert.SkipWhen(kind == "postgres" && Environment.GetEnvironmentVariable("SYNTHDATA_POSTGRES") is null, "SYNTHDATA_POSTGRES names no server.");
            FixtureDatabase database = kind == "postgres" ? shop.Postgres() : shop.Sqlite();
            DbConnection connection = kind == "postgres" ? new NpgsqlConnection(database.ConnectionString) : new SqliteConnection(database.ConnectionString);
            connection.Open();
            return new Book(database, connection);
        }

        public void Dispose()
        {
            Connection.Dispose();
            Database.Dispose();
        }
    }
}
