using SynthData.Manifest;

namespace SynthData.Testing;

/// <summary>A database that one test has for itself: the tables with their keys and references, filled.</summary>
/// <remarks>It is removed when this is disposed, or else when the process ends. A test may change everything in it.</remarks>
public sealed class FixtureDatabase : IDisposable
{
    private readonly IDisposable owner;

    internal FixtureDatabase(string connectionString, string address, RunManifest manifest, IDisposable owner)
    {
        ConnectionString = connectionString;
        Address = address;
        Manifest = manifest;
        this.owner = owner;
    }

    /// <summary>What <c>SqliteConnection</c> or <c>NpgsqlConnection</c> is opened with.</summary>
    public string ConnectionString { get; }

    /// <summary>SQLite: the full path of the file. PostgreSQL: the URL, without a password.</summary>
    public string Address { get; }

    /// <summary>What was written.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Removes the database.</summary>
    public void Dispose() => owner.Dispose();
}
