using System.Collections.Immutable;
using SynthData.Sources.Model.Sending;

namespace SynthData.Sources.Model;

/// <summary>What a run had of its model, for people: the manifest keeps only what a replay tells as well.</summary>
/// <param name="Used">The replies that served.</param>
/// <param name="FromJournal">Of those, the ones that were there before the run.</param>
/// <param name="Sending">What was bought in this run, and how sending stands.</param>
/// <param name="Tables">In the order they were answered.</param>
internal sealed record ModelFigures(
    string Model, string JournalPath, CallFigures Used, CallFigures FromJournal, SendingFigures Sending, ImmutableArray<TableFigures> Tables);
