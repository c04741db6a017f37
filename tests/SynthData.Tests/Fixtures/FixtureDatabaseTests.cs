using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SynthData.Diagnostics;
using SynthData.Testing;

namespace SynthData.Tests.Fixtures;

/// <summary>Filled databases of a test's own.</summary>
public class FixtureDatabaseTests
{
    [Fact]
    public void A_sqlite_file_holds_the_rows_with_their_keys_and_references()
    {
        Fixture shop = Fixture.Open("shop.yaml");
        using FixtureDatabase database = shop.Sqlite();
        using SqliteConnection connection = Open(database);

        Assert.Equal(shop.Rows<Order>().Count, Count(connection, "SELECT count(*) FROM orders"));
        Assert.Equal(shop.Rows<Customer>()[3].Name, Ask(connection, "SELECT name FROM customers WHERE id = 1004"));
        Assert.Equal(0, Count(connection, "SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE c.id IS NULL"));
        Assert.Contains("FOREIGN KEY", Assert.Throws<SqliteException>(() => Ask(connection, "UPDATE orders SET customer = 5")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_has_a_database_of_his_own_until_he_disposes_it()
    {
        Fixture shop = Fixture.Open("shop.yaml", new() { Tables = ["products"] });
        FixtureDatabase first = shop.Sqlite();
        using FixtureDatabase second = shop.Sqlite();
        using (SqliteConnection connection = Open(first))
            Ask(connection, "DELETE FROM products");
        using (SqliteConnection connection = Open(second))
            Assert.Equal(12, Count(connection, "SELECT count(*) FROM products"));
        Assert.Equal(12, Assert.Single(second.Manifest.Tables).Rows);

        first.Dispose();
        first.Dispose();
        Assert.False(File.Exists(first.Address));
        Assert.True(File.Exists(second.Address));
    }

    [Fact]
    public void A_postgres_database_holds_the_rows_and_goes_with_whoever_asked_for_it()
    {
        string? server = Environment.GetEnvironmentVariable("SYNTHDATA_POSTGRES");
        Assert.SkipWhen(server is null, "SYNTHDATA_POSTGRES names no PostgreSQL server: tests/postgres start makes one.");
        Fixture shop = Fixture.Open("shop.yaml");
        FixtureDatabase first = shop.Postgres();
        using FixtureDatabase second = shop.Postgres(server);
        Assert.NotEqual(first.Address, second.Address);
        Assert.Contains("/synthdata_fixture_", first.Address, StringComparison.Ordinal);

        using (var connection = new NpgsqlConnection(first.ConnectionString))
        {
            connection.Open();
            using var count = new NpgsqlCommand("SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer", connection);
            Assert.Equal((long)shop.Rows<Order>().Count, count.ExecuteScalar());
        }

        first.Dispose();
        first.Dispose();
        using var gone = new NpgsqlConnection(first.ConnectionString);
        Assert.Equal("3D000", Assert.Throws<PostgresException>(gone.Open).SqlState);
    }

    [Fact]
    public void A_server_that_is_not_there_is_told() =>
        Assert.Equal("SD5140", Assert.Throws<GenerationException>(() => Fixture.Open("shop.yaml").Postgres("postgres://nobody@127.0.0.1:1/none")).Diagnostic.Code);

    [Fact]
    public void A_server_that_nobody_named_is_asked_for()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("SYNTHDATA_POSTGRES") is not null, "SYNTHDATA_POSTGRES names a server.");
        Assert.Contains("SD8432: No PostgreSQL server is named.", Assert.Throws<FixtureException>(() => Fixture.Open("shop.yaml").Postgres()).Message, StringComparison.Ordinal);
    }

    private static SqliteConnection Open(FixtureDatabase database)
    {
        var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }

    private static long Count(SqliteConnection connection, string query) => Convert.ToInt64(Ask(connection, query), CultureInfo.InvariantCulture);

    private static object? Ask(SqliteConnection connection, string query)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar();
    }
}
