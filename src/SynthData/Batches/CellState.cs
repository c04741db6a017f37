namespace SynthData.Batches;

/// <summary>What a cell of a <see cref="Column"/> holds.</summary>
internal enum CellState : byte
{
    /// <summary>A value.</summary>
    Value = 0,

    /// <summary>Null.</summary>
    Null = 1,

    /// <summary>No value: an expression failed (division by zero, overflow, out of domain). Rejects the row.</summary>
    Error = 2,
}
