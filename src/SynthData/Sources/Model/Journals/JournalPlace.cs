namespace SynthData.Sources.Model.Journals;

/// <summary>Where a line stands in the file of a journal.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Length">Its bytes without the break.</param>
internal readonly record struct JournalPlace(long Offset, int Length);
