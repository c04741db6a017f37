using Npgsql;

namespace SynthData.Tests.Output.Databases;

/// <summary>A database of its own for the tests of a class, on the server that <c>SYNTHDATA_POSTGRES</c> names; <c>tests/postgres start</c> makes one.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Variable = "SYNTHDATA_POSTGRES";

    private readonly string? server = Environment.GetEnvironmentVariable(Variable);
    private readonly string name = $"t{Guid.CreateVersion7():n}";

    /// <summary>The database's address; without a server the test is skipped, and says why.</summary>
    public string Url
    {
        get
        {
            Assert.SkipWhen(server is null, $"{Variable} names no PostgreSQL server: tests/postgres start makes one.");
            return new UriBuilder(server!) { Path = name }.ToString();
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (server is not null)
            await RunAsync(server, $"CREATE DATABASE {name}");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await RunAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Makes an empty schema where names are looked up in, and gives the address that does so.</summary>
    public async Task<string> EmptyAsync(string schema)
    {
        await RunAsync(Url, $"CREATE SCHEMA {schema}");
        return $"{Url}?search_path={schema}";
    }

    public static async Task RunAsync(string url, string sql)
    {
        await using NpgsqlConnection connection = await OpenAsync(url);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Gives the first column of a query's rows, as text.</summary>
    public static async Task<IReadOnlyList<string?>> AskAsync(string url, string sql)
    {
        await using NpgsqlConnection connection = await OpenAsync(url);
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var cells = new List<string?>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            cells.Add(reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
        return cells;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string url)
    {
        var address = new Uri(url);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Username = address.UserInfo,
            Database = address.AbsolutePath.Trim('/'),
            Pooling = false,
            SearchPath = address.Query.StartsWith("?search_path=", StringComparison.Ordinal) ? address.Query["?search_path=".Length..] : null,
        };
        var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
