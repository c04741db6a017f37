namespace SynthData.Expressions.Objects;

/// <summary>Characters that are put together one after the other, again and again in the same storage. Not thread-safe.</summary>
internal sealed class CharacterBuffer
{
    private char[] characters = new char[256];
    private int used;

    public ReadOnlySpan<char> Written => characters.AsSpan(0, used);

    public void Clear() => used = 0;

    public void Append(char character)
    {
        Room(1)[0] = character;
        used++;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        used += text.Length;
    }

    /// <summary>Takes over what was written into <see cref="Room"/>.</summary>
    public void Commit(int count) => used += count;

    /// <summary>Gives free storage behind what is written.</summary>
    public Span<char> Room(int length)
    {
        if (characters.Length - used < length)
            Array.Resize(ref characters, Math.Max(used + length, characters.Length * 2));
        return characters.AsSpan(used);
    }
}
