using Microsoft.Data.Sqlite;
using SQLitePCL;
using SynthData.Diagnostics;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>What SQLite refuses, as diagnostics.</summary>
internal static class SqliteFailure
{
    public static GenerationException Of(SqliteException failure, string place, string? table)
    {
        Diagnostic diagnostic = failure.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => DatabaseDiagnostics.Busy.At(null, place),
            raw.SQLITE_FULL => OutputDiagnostics.DiskFull.At(null, place),
            raw.SQLITE_READONLY => OutputDiagnostics.NotWritable.At(null, place, "the database is read-only"),
            raw.SQLITE_CONSTRAINT when table is not null && IsAmongRows(failure.SqliteExtendedErrorCode) => DatabaseDiagnostics.Conflict.At(null, place, table, WordsOf(failure)),
            _ => DatabaseDiagnostics.Refused.At(null, place, WordsOf(failure)),
        };
        return new GenerationException(diagnostic, failure);
    }

    // A check, a trigger and a missing value are no matter of other rows.
    private static bool IsAmongRows(int code) =>
        code is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID or raw.SQLITE_CONSTRAINT_FOREIGNKEY;

    /// <summary>SQLite's own words: the message is <c>SQLite Error 19: 'UNIQUE constraint failed: orders.id'.</c></summary>
    public static string WordsOf(SqliteException failure)
    {
        int first = failure.Message.IndexOf('\'', StringComparison.Ordinal);
        int last = failure.Message.LastIndexOf('\'');
        return first >= 0 && last > first ? failure.Message[(first + 1)..last] : failure.Message.TrimEnd('.');
    }
}
