using SynthData.Output;
using SynthData.Output.Databases;
using SynthData.Output.Databases.Postgres;
using SynthData.Output.Databases.Sqlite;

namespace SynthData;

/// <summary>Opens the database of a target.</summary>
internal static class DatabaseDoor
{
    public static async ValueTask<IDatabase> OpenAsync(DatabaseTarget target, CancellationToken cancellationToken) => target.Kind switch
    {
        DatabaseKind.Sqlite => await SqliteDatabase.OpenAsync(target.Address, target.Options.Create, cancellationToken),
        _ => await PostgresDatabase.OpenAsync(target.Address, cancellationToken),
    };
}
