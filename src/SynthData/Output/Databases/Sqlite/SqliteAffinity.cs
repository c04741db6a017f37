using SynthData.Schema;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>What SQLite makes of the values of a column by the name of its type: <see href="https://sqlite.org/datatype3.html#determination_of_column_affinity"/>.</summary>
internal enum SqliteAffinity
{
    Integer,
    Text,
    None,
    Real,
    Numeric,
}

/// <summary>Affinities by the names of types, and which of our types they leave as they are.</summary>
internal static class SqliteAffinities
{
    public static SqliteAffinity Of(string typeName)
    {
        bool Has(string part) => typeName.Contains(part, StringComparison.OrdinalIgnoreCase);
        return true switch
        {
            _ when Has("INT") => SqliteAffinity.Integer,
            _ when Has("CHAR") || Has("CLOB") || Has("TEXT") => SqliteAffinity.Text,
            _ when typeName.Length == 0 || Has("BLOB") => SqliteAffinity.None,
            _ when Has("REAL") || Has("FLOA") || Has("DOUB") => SqliteAffinity.Real,
            _ => SqliteAffinity.Numeric,
        };
    }

    /// <summary>Whether values of a type come back from such a column as they were. A text such as 007 would not from a numeric one.</summary>
    public static bool Keeps(this SqliteAffinity affinity, ColumnType type) => type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json or ColumnKind.Uuid => affinity is SqliteAffinity.Text or SqliteAffinity.None,
        ColumnKind.Date or ColumnKind.Time or ColumnKind.Timestamp => affinity is SqliteAffinity.Text or SqliteAffinity.None or SqliteAffinity.Numeric,
        ColumnKind.Decimal => affinity is not SqliteAffinity.Integer,
        ColumnKind.Double => affinity is SqliteAffinity.Real or SqliteAffinity.Numeric or SqliteAffinity.None,
        _ => affinity is SqliteAffinity.Integer or SqliteAffinity.Numeric or SqliteAffinity.None,
    };
}
