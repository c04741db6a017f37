namespace SynthData.Expressions;

/// <summary>An SQL engine whose spelling expressions can be printed in.</summary>
internal enum SqlDialect
{
    DuckDb,
    Postgres,
}
