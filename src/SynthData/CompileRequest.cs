namespace SynthData;

/// <summary>What is asked of a compilation beside rows and model.</summary>
internal sealed record CompileRequest
{
    /// <summary>Texts wanted that differ when names, numbers and dates are masked. <value>Null: a fifth of a table's rows, at most 50,000.</value></summary>
    public long? Distinct { get; init; }

    /// <summary>Whether what the schema no longer has is removed. <value>False.</value></summary>
    public bool Prunes { get; init; }

    /// <summary>Bytes of the file above which its largest pools stand beside it. <value>2 MiB.</value></summary>
    public int MostBytes { get; init; } = 2 << 20;
}
