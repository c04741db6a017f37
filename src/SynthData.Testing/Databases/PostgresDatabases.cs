using System.Security.Cryptography;
using Npgsql;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Output.Databases.Postgres;

namespace SynthData.Testing.Databases;

/// <summary>Makes databases on a PostgreSQL server, each with a name of its own, and drops them.</summary>
internal static class PostgresDatabases
{
    private const string Variable = "SYNTHDATA_POSTGRES";

    /// <summary>Makes a database and fills it.</summary>
    /// <param name="server">The URL of a database on the server, where the new one is made from; null for what the environment names.</param>
    /// <exception cref="FixtureException">No server is named (SD8432).</exception>
    /// <exception cref="GenerationException">The server refuses, or rows cannot be made (SD3 to SD5).</exception>
    public static FixtureDatabase Make(GenerationPlan plan, string? server)
    {
        server ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : throw new FixtureException(FixtureDiagnostics.NoServer.At(null));
        var address = PostgresAddress.Parse(server);
        string name = $"synthdata_fixture_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        Run(address, $"CREATE DATABASE {name}");
        var owner = new PostgresOwner(address, name);
        try
        {
            string url = new UriBuilder(server) { Path = name }.Uri.ToString();
            RunManifest manifest = Waiting.For(() => plan.WriteAsync(OutputTarget.Postgres(url, new DatabaseOptions { Create = true })));
            return new FixtureDatabase(owner.ConnectionString, url, manifest, owner);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    public static void Run(PostgresAddress address, string sql)
    {
        using var connection = new NpgsqlConnection(address.Settings.ToString());
        try
        {
            connection.Open();
        }
        catch (NpgsqlException refused)
        {
            throw PostgresFailure.OfConnecting(refused, address.Place);
        }

        try
        {
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException refused)
        {
            throw PostgresFailure.Of(refused, address.Place, table: null);
        }
    }
}
