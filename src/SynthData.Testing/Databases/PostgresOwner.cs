using Npgsql;
using SynthData.Diagnostics;
using SynthData.Output.Databases.Postgres;
using SynthData.Testing.Files;

namespace SynthData.Testing.Databases;

/// <summary>Drops a database when it is disposed, or else when the process ends. That of a process that is killed stays.</summary>
internal sealed class PostgresOwner : IDisposable
{
    private readonly PostgresAddress server;
    private readonly string name;
    private readonly IDisposable atExit;

    public PostgresOwner(PostgresAddress server, string name)
    {
        this.server = server;
        this.name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = server.Host,
            Port = server.Port,
            Database = name,
            Username = server.Settings.Username,
            SslMode = server.Settings.SslMode,
            RootCertificate = server.Settings.RootCertificate,
            Timeout = server.Settings.Timeout,
        }.ToString();
        atExit = ProcessEnd.Call(Drop);
    }

    public string ConnectionString { get; }

    public void Dispose() => atExit.Dispose();

    // Connections that the test left open, in its pool too, are closed by the server.
    private void Drop()
    {
        using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        try
        {
            PostgresDatabases.Run(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        catch (GenerationException) when (ProcessEnd.IsNear)
        {
            // The server went before the process; nobody is there to be told.
        }
    }
}
