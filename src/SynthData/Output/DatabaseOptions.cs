namespace SynthData.Output;

/// <summary>How a dataset meets the tables of a database.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Makes tables that are missing, with their keys and references. <value>False: a missing table is an error.</value></summary>
    public bool Create { get; init; }

    /// <summary>What becomes of tables that hold rows. <value><see cref="ExistingRows.Refuse"/>.</value></summary>
    public ExistingRows Existing { get; init; }
}

/// <summary>What becomes of a table that holds rows already.</summary>
public enum ExistingRows
{
    /// <summary>It is an error, unless they are the very dataset that is asked for, which is then complete already.</summary>
    Refuse,

    /// <summary>They are removed, in the transaction that writes the new ones.</summary>
    Truncate,

    /// <summary>They stay; sequences that are a key or unique go on after the greatest value there.</summary>
    Append,
}

/// <summary>The databases there are adapters for.</summary>
internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}
