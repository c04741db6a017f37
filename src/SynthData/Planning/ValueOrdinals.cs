using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Numbers the combinations of known values that rows have in some columns; any other value, and null, is one more of each column.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ValueOrdinals
{
    private readonly ImmutableArray<int> slots;
    private readonly ImmutableArray<ColumnType> types;
    private readonly Dictionary<string, int>[] ordinals;

    /// <param name="slots">The columns' slots.</param>
    /// <param name="types">Their types.</param>
    /// <param name="values">The known values of each, as CSV writes them; the first mention of a value counts.</param>
    public ValueOrdinals(ImmutableArray<int> slots, ImmutableArray<ColumnType> types, IEnumerable<IEnumerable<string>> values)
    {
        this.slots = slots;
        this.types = types;
        ordinals = [.. values.Select(Numbered)];
    }

    /// <summary>How many columns there are.</summary>
    public int Columns => ordinals.Length;

    /// <summary>How many combinations there are.</summary>
    public int Count => ordinals.Aggregate(1, (count, values) => checked(count * (values.Count + 1)));

    private int Ordinal(int column, string value) => ordinals[column].GetValueOrDefault(value, ordinals[column].Count);

    private int Place(int before, int column, int ordinal) => (before * (ordinals[column].Count + 1)) + ordinal;

    /// <summary>The values of a combination, column by column; null for any other value.</summary>
    public string?[] ValuesOf(int combination)
    {
        var values = new string?[ordinals.Length];
        for (int column = ordinals.Length - 1; column >= 0; column--)
        {
            (combination, int ordinal) = Math.DivRem(combination, ordinals[column].Count + 1);
            values[column] = ordinals[column].FirstOrDefault(value => value.Value == ordinal).Key;
        }

        return values;
    }

    /// <summary>The number of a combination; null for any other value of a column.</summary>
    public int CombinationOf(IReadOnlyList<string?> values)
    {
        int combination = 0;
        for (int column = 0; column < ordinals.Length; column++)
            combination = Place(combination, column, values[column] is { } value ? Ordinal(column, value) : ordinals[column].Count);
        return combination;
    }

    /// <summary>The combination's number for each row.</summary>
    public void Find(Frame frame, Span<int> found)
    {
        found.Clear();
        for (int column = 0; column < ordinals.Length; column++)
        {
            Column cells = frame[slots[column]];
            Span<int> codes = cells is TextColumn { Pool: { } pool } && pool.Count <= found.Length ? PoolOrdinals(pool, column) : [];
            for (int row = 0; row < found.Length; row++)
            {
                int ordinal = cells.IsNull(row) ? ordinals[column].Count
                    : codes.Length > 0 ? codes[((TextColumn)cells).Codes[row]]
                    : Ordinal(cells, row, column);
                found[row] = Place(found[row], column, ordinal);
            }
        }
    }

    /// <summary>The combination's number of one row.</summary>
    public int Find(Frame frame, int row)
    {
        int found = 0;
        for (int column = 0; column < ordinals.Length; column++)
        {
            Column cells = frame[slots[column]];
            found = Place(found, column, cells.IsNull(row) ? ordinals[column].Count : Ordinal(cells, row, column));
        }

        return found;
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> values)
    {
        var numbered = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string value in values)
            numbered.TryAdd(value, numbered.Count);
        return numbered;
    }

    // A pool's texts are looked up once a batch instead of once a row.
    private Span<int> PoolOrdinals(TextPool pool, int column)
    {
        var codes = new int[pool.Count];
        for (int code = 0; code < codes.Length; code++)
            codes[code] = ordinals[column].GetValueOrDefault(pool[code], ordinals[column].Count);
        return codes;
    }

    private int Ordinal(Column cells, int row, int column)
    {
        var lookup = ordinals[column].GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[64];
        ReadOnlySpan<char> text = cells is TextColumn texts ? texts[row] : buffer[..CellText.Format(cells, row, types[column], buffer)];
        return lookup.TryGetValue(text, out int ordinal) ? ordinal : ordinals[column].Count;
    }
}
