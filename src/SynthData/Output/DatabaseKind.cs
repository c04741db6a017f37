namespace SynthData.Output;

/// <summary>The databases there are adapters for.</summary>
internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}
