using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>The rows whose cells are wanted: all that an entity's value depends on besides its stream.</summary>
/// <param name="rows">Row indices in the table; they need not be neighbours.</param>
/// <param name="draws">The draw of each row.</param>
/// <param name="tags">A number for each row that no other row of the table has, at least 0; empty unless the column is unique.</param>
/// <param name="sexes">0 for female, 1 for male, −1 to have it drawn; empty unless a column of the row gives the sex.</param>
internal readonly ref struct EntityRows(
    ReadOnlySpan<long> rows, ReadOnlySpan<byte> draws, ReadOnlySpan<long> tags = default, ReadOnlySpan<sbyte> sexes = default)
{
    private readonly ReadOnlySpan<long> rows = rows;
    private readonly ReadOnlySpan<byte> draws = draws;
    private readonly ReadOnlySpan<long> tags = tags;
    private readonly ReadOnlySpan<sbyte> sexes = sexes;

    public int Count => rows.Length;

    public bool IsTagged => !tags.IsEmpty;

    public long Tag(int index) => tags[index];

    /// <summary>The sex that the row gives, or −1.</summary>
    public int GivenSex(int index) => sexes.IsEmpty ? -1 : sexes[index];

    /// <summary>Gives some of the rows, written into buffers of their number; tags and sexes only where there are any.</summary>
    public EntityRows Pick(ReadOnlySpan<int> picked, Span<long> indices, Span<byte> picks, Span<long> pickedTags, Span<sbyte> pickedSexes)
    {
        for (int index = 0; index < picked.Length; index++)
        {
            indices[index] = rows[picked[index]];
            picks[index] = draws[picked[index]];
            if (!tags.IsEmpty)
                pickedTags[index] = tags[picked[index]];
            if (!sexes.IsEmpty)
                pickedSexes[index] = sexes[picked[index]];
        }

        return new EntityRows(indices, picks, pickedTags, pickedSexes);
    }

    /// <summary>Writes a word of a stream for each row.</summary>
    public void Words(StreamKey key, uint word, Span<ulong> words) => StreamWords.Fill(key, rows, draws, word, words);

    public ulong Word(StreamKey key, int index, uint word) => key.Word(rows[index], draws[index], word);

    public int Below(StreamKey key, int width, int index, uint word) => (int)key.Below((ulong)width, rows[index], draws[index], word);
}
