using System.Collections.Immutable;

namespace SynthData.Planning;

/// <summary>The texts that several columns have together because tuples fill them.</summary>
/// <param name="Places">Which of the columns asked for they are.</param>
internal sealed record TupleTexts(ImmutableArray<int> Places, HashSet<string> Texts)
{
    /// <summary>One for each list of tuples that fills more than one of the slots.</summary>
    public static ImmutableArray<TupleTexts> Of(TableDraft table, ImmutableArray<int> slots)
    {
        var filled = slots.Select((slot, place) => (Tuple: table.Cells[slot].Source as TupleCells, Place: place)).Where(one => one.Tuple is not null);
        return
        [
            .. filled.GroupBy(one => one.Tuple!.RowSlot).Where(together => together.Count() > 1).Select(together => new TupleTexts(
                [.. together.Select(one => one.Place)],
                [.. Enumerable.Range(0, together.First().Tuple!.Values.Count).Select(tuple => Key(together.Select(one => one.Tuple!.Values.Texts[tuple])))])),
        ];
    }

    public bool Hold(ImmutableArray<string> combination) => Texts.Contains(Key(Places.Select(place => combination[place])));

    private static string Key(IEnumerable<string> texts) => string.Join('\u001f', texts);
}
