namespace SynthData.Output;

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
