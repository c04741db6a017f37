using SQLitePCL;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>The file of a run that made it and did not come to its commit.</summary>
/// <remarks>Below ADO.NET, which would wait for a lock: whoever has it by now keeps the file.</remarks>
internal static class SqliteLeftover
{
    /// <summary>Removes the file unless another run waited for it and writes it now, or has filled it.</summary>
    public static void Remove(string path)
    {
        bool isEmpty;
        int opened = raw.sqlite3_open_v2(Path.GetFullPath(path), out sqlite3 connection, raw.SQLITE_OPEN_READWRITE, null);
        using (connection)
        {
            // The lock plays back a journal that a full disk left, and is kept while the file goes: who waits for it sees that it is gone.
            isEmpty = opened == raw.SQLITE_OK
                && raw.sqlite3_exec(connection, "BEGIN EXCLUSIVE") == raw.SQLITE_OK
                && new FileInfo(path).Length == 0;
            if (isEmpty && !OperatingSystem.IsWindows())
                Delete(path);
        }

        if (isEmpty && OperatingSystem.IsWindows())
            Delete(path);                                                       // no open file is removed there
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            // Whatever ended the run has been told; an empty database stays.
        }
    }
}
