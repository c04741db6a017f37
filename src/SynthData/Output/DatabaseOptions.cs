namespace SynthData.Output;

/// <summary>How a dataset meets the tables of a database.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Makes tables that are missing, with their keys and references. <value>False: a missing table is an error.</value></summary>
    public bool Create { get; init; }

    /// <summary>What becomes of tables that hold rows. <value><see cref="ExistingRows.Refuse"/>.</value></summary>
    public ExistingRows Existing { get; init; }
}
