namespace SynthData.Schema;

/// <summary>What becomes of a row whose prompts a model does not solve.</summary>
internal enum UnsolvedChoice
{
    /// <summary>The run ends and says which rows, by which rule.</summary>
    Fail,

    /// <summary>The row gets its next draw and is asked anew.</summary>
    Redraw,

    /// <summary>The cells that stayed wrong get what the column's <c>fallback</c> gives.</summary>
    Fallback,
}
