namespace SynthData.Sources.Model.Journals;

/// <summary>One cell a call asks for.</summary>
/// <param name="RowIndex">The slot's id.</param>
/// <param name="Column">The column's name on the wire.</param>
/// <param name="AskNumber">The how-many-eth time this cell is asked for.</param>
/// <param name="Key">The cell key.</param>
internal sealed record AskedCell(long RowIndex, string Column, int AskNumber, string Key);
