using System.Data.Common;
using System.Globalization;

namespace FixtureTests;

/// <summary>What is tested: the shop's orders, in any database that has its tables.</summary>
public sealed class OrderBook(DbConnection connection)
{
    public IReadOnlyList<long> Open()
    {
        using DbCommand command = Command("SELECT id FROM orders WHERE status = 'open' ORDER BY id");
        using DbDataReader reader = command.ExecuteReader();
        var open = new List<long>();
        while (reader.Read())
            open.Add(reader.GetInt64(0));
        return open;
    }

    /// <summary>Marks an open order as delivered; says whether it was open.</summary>
    public bool Deliver(long order)
    {
        using DbCommand command = Command("UPDATE orders SET status = 'delivered' WHERE id = @id AND status = 'open'", order);
        return command.ExecuteNonQuery() == 1;
    }

    public decimal SpentBy(long customer)
    {
        using DbCommand command = Command(
            "SELECT coalesce(sum(l.total), 0) FROM lines l JOIN orders o ON o.id = l.order_id WHERE o.customer = @id AND o.status <> 'returned'", customer);
        return decimal.Round(Convert.ToDecimal(command.ExecuteScalar(), CultureInfo.InvariantCulture), 2);
    }

    private DbCommand Command(string text, long? id = null)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        if (id is { } value)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("id", value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
