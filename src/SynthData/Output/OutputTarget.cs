namespace SynthData.Output;

/// <summary>Where a dataset goes.</summary>
public abstract class OutputTarget
{
    private protected OutputTarget()
    {
    }

    /// <summary>A folder with one file a table, or one SQL script, and a manifest; made when it is missing.</summary>
    /// <param name="path">The folder.</param>
    public static OutputTarget Folder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FolderTarget(path);
    }

    /// <summary>One file for the one written table, or an SQL script of all; its manifest beside it as <c>FILE.manifest.json</c>.</summary>
    /// <param name="path">The file.</param>
    public static OutputTarget File(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileTarget(path);
    }

    /// <summary>A stream for the one written table, or an SQL script of all: bytes as they are made, no manifest. Left open.</summary>
    /// <param name="stream">Writable; need not seek.</param>
    public static OutputTarget Stream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamTarget(stream);
    }

    /// <summary>Tables of a SQLite database, written in one transaction with the manifest as a row of <c>synthdata_manifest</c>.</summary>
    /// <param name="path">The database's file; made when it is missing and tables are to be created.</param>
    /// <param name="options">What becomes of tables that are missing or hold rows.</param>
    public static OutputTarget Sqlite(string path, DatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new DatabaseTarget(DatabaseKind.Sqlite, path, options ?? new DatabaseOptions());
    }

    /// <summary>Tables of a PostgreSQL database, written in one transaction with the manifest as a row of <c>synthdata_manifest</c>.</summary>
    /// <param name="url"><c>postgres://USER@HOST:PORT/DATABASE</c>, without a password: that comes from <c>PGPASSWORD</c>, <c>PGPASSFILE</c> or <c>~/.pgpass</c>.</param>
    /// <param name="options">What becomes of tables that are missing or hold rows.</param>
    public static OutputTarget Postgres(string url, DatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        return new DatabaseTarget(DatabaseKind.Postgres, url, options ?? new DatabaseOptions());
    }
}

/// <summary>See <see cref="OutputTarget.Folder"/>.</summary>
internal sealed class FolderTarget(string path) : OutputTarget
{
    public string Path => path;
}

/// <summary>See <see cref="OutputTarget.File"/>.</summary>
internal sealed class FileTarget(string path) : OutputTarget
{
    public string Path => path;
}

/// <summary>See <see cref="OutputTarget.Stream"/>.</summary>
internal sealed class StreamTarget(Stream stream) : OutputTarget
{
    public Stream Sink => stream;
}

/// <summary>See <see cref="OutputTarget.Sqlite"/> and <see cref="OutputTarget.Postgres"/>.</summary>
internal sealed class DatabaseTarget(DatabaseKind kind, string address, DatabaseOptions options) : OutputTarget
{
    public DatabaseKind Kind => kind;

    public string Address => address;

    public DatabaseOptions Options => options;
}
