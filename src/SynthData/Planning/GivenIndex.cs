using System.Buffers;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Finds each row's case of a conditional option.</summary>
internal sealed class GivenIndex
{
    private static readonly GivenIndex Unconditional = new(new GivenSelector([], [], [], 0));
    private readonly GivenSelector selector;
    private readonly Dictionary<string, int>[] ordinals;
    private readonly int[] cases;

    private GivenIndex(GivenSelector selector)
    {
        this.selector = selector;
        ordinals = new Dictionary<string, int>[selector.Slots.Length];
        for (int index = 0; index < ordinals.Length; index++)
        {
            ordinals[index] = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var key in selector.Keys)
                ordinals[index].TryAdd(key[index], ordinals[index].Count);
        }

        // One entry for each combination of known values; the value after the last of a slot means any other.
        cases = new int[ordinals.Aggregate(1, (size, values) => size * (values.Count + 1))];
        Array.Fill(cases, selector.Otherwise);
        for (int number = selector.Keys.Length - 1; number >= 0; number--)
        {
            int place = 0;
            for (int index = 0; index < ordinals.Length; index++)
                place = (place * (ordinals[index].Count + 1)) + ordinals[index][selector.Keys[number][index]];
            cases[place] = number;
        }
    }

    /// <summary>Makes the index of an option; without a selector there is one case.</summary>
    public static GivenIndex For(GivenSelector? selector) => selector is null ? Unconditional : new GivenIndex(selector);

    /// <summary>Finds each row's case.</summary>
    public GivenCases Cases(Frame frame)
    {
        if (ordinals.Length == 0)
            return default;
        int[] rented = ArrayPool<int>.Shared.Rent(frame.Count);
        Span<int> found = rented.AsSpan(0, frame.Count);
        found.Clear();
        for (int index = 0; index < ordinals.Length; index++)
        {
            Column column = frame[selector.Slots[index]];
            int width = ordinals[index].Count + 1;
            Span<int> codes = column is TextColumn { Pool: { } pool } && pool.Count <= found.Length ? PoolOrdinals(pool, index) : [];
            for (int row = 0; row < found.Length; row++)
            {
                int ordinal = column.IsNull(row) ? width - 1
                    : codes.Length > 0 ? codes[((TextColumn)column).Codes[row]]
                    : Ordinal(column, row, index);
                found[row] = (found[row] * width) + ordinal;
            }
        }

        for (int row = 0; row < found.Length; row++)
            found[row] = cases[found[row]];
        return new GivenCases(rented);
    }

    // A pool's texts are looked up once a batch instead of once a row.
    private Span<int> PoolOrdinals(TextPool pool, int index)
    {
        var codes = new int[pool.Count];
        for (int code = 0; code < codes.Length; code++)
            codes[code] = ordinals[index].GetValueOrDefault(pool[code], ordinals[index].Count);
        return codes;
    }

    private int Ordinal(Column column, int row, int index)
    {
        var lookup = ordinals[index].GetAlternateLookup<ReadOnlySpan<char>>();
        ColumnType type = selector.Types[index];
        Span<char> buffer = stackalloc char[64];
        ReadOnlySpan<char> text = column is TextColumn texts ? texts[row] : buffer[..CellText.Format(column, row, type, buffer)];
        return lookup.TryGetValue(text, out int ordinal) ? ordinal : ordinals[index].Count;
    }
}
