namespace SynthData.Planning;

/// <summary>How far the texts of a column that a model fills differ.</summary>
/// <param name="Rows">Texts, nulls not counted.</param>
/// <param name="Duplicates">Texts that an earlier row has too, but for case, punctuation and blanks.</param>
/// <param name="NearDuplicates">Other texts of which an earlier row has 80 % or more: five-gram Jaccard.</param>
internal sealed record TextVariety(string Table, string Column, long Rows, long Duplicates, long NearDuplicates);
