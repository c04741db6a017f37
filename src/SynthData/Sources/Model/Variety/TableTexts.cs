using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Sources.Model.Variety;

/// <summary>What is known of the texts of a table: who owns which, and how many are alike.</summary>
internal sealed class TableTexts(PromptTable table)
{
    /// <summary>By prompt column; null where rows may be alike.</summary>
    public ImmutableArray<TakenTexts?> Taken { get; } = [.. table.Columns.Select(column => TakenTexts.AreKeptOf(column) ? new TakenTexts(column) : null)];

    public TextCensus Census { get; } = new(table);
}
