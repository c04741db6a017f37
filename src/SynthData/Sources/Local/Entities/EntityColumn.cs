using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>Fills a column with one attribute of an entity, such as the city of a row's place.</summary>
/// <remarks>
/// Columns of one entity are filled apart from each other and agree because they recompute the same draws.
/// Thread-safe. Cell states are not touched: a cell that is null gets a value nobody reads.
/// </remarks>
internal abstract class EntityColumn
{
    /// <summary>Fills the cells of <paramref name="target"/>, one for each of <paramref name="rows"/>; it has been reset to that many.</summary>
    public abstract void Fill(in EntityRows rows, Column target);
}
