using System.Collections.Immutable;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>One line of a journal.</summary>
/// <param name="Number">From 1, in the order of the file.</param>
/// <param name="Key">What the record is about: a call key, or the name of a feature.</param>
internal abstract record JournalRecord(long Number, string Key);

/// <summary>A call is about to be sent.</summary>
internal sealed record AskRecord(long Number, string Key, string Model, string Table, ImmutableArray<AskedCell> Cells, string Text)
    : JournalRecord(Number, Key);

/// <summary>A call was answered.</summary>
internal sealed record ReplyRecord(long Number, string Key, Reply Reply) : JournalRecord(Number, Key);

/// <summary>A server does not take a part of our requests.</summary>
internal sealed record CapabilityRecord(long Number, string Key, string Model) : JournalRecord(Number, Key);
