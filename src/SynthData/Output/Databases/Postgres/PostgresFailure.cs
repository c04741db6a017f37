using Npgsql;
using SynthData.Diagnostics;

namespace SynthData.Output.Databases.Postgres;

/// <summary>What PostgreSQL refuses, or cannot any more, as diagnostics.</summary>
internal static class PostgresFailure
{
    /// <summary>A failure of an open connection.</summary>
    public static GenerationException Of(Exception failure, string place, string? table)
    {
        Diagnostic diagnostic = failure switch
        {
            PostgresException refused => Refused(refused, place, table),
            _ => DatabaseDiagnostics.ConnectionLost.At(null, place, (failure.InnerException ?? failure).Message.TrimEnd('.')),
        };
        return new GenerationException(diagnostic, failure);
    }

    /// <summary>A connection that did not come about.</summary>
    public static GenerationException OfConnecting(NpgsqlException failure, string place)
    {
        string words = failure is PostgresException refused ? refused.MessageText : (failure.InnerException ?? failure).Message;
        return new GenerationException(DatabaseDiagnostics.CannotConnect.At(null, place, words.TrimEnd('.')), failure);
    }

    private static Diagnostic Refused(PostgresException refused, string place, string? table) => refused.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation when (refused.TableName ?? table) is { } violated =>
            DatabaseDiagnostics.Conflict.At(null, place, violated, WordsOf(refused)),
        PostgresErrorCodes.DiskFull => OutputDiagnostics.DiskFull.At(null, place),
        PostgresErrorCodes.InsufficientPrivilege => DatabaseDiagnostics.NotAllowed.At(null, place, WordsOf(refused)),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            DatabaseDiagnostics.ConnectionLost.At(null, place, WordsOf(refused)),
        _ => DatabaseDiagnostics.Refused.At(null, place, WordsOf(refused)),
    };

    // The server names the constraint in its message, and the value in its detail.
    private static string WordsOf(PostgresException refused)
    {
        string where = refused.Where is { } context ? $" ({context.Split('\n')[0]})" : "";
        return refused.Detail is { } detail ? $"{refused.MessageText}: {detail.TrimEnd('.')}" : refused.MessageText.TrimEnd('.') + where;
    }
}
