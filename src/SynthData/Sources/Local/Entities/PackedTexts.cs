using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Short texts one after the other, from which longer texts are put together. Immutable and thread-safe.</summary>
internal sealed class PackedTexts
{
    /// <summary>The room that a text of up to so many characters needs, for it is copied whole.</summary>
    public const int Slack = 16;

    private readonly char[] characters;
    private readonly int[] starts;

    public PackedTexts(IReadOnlyList<string> texts)
    {
        characters = new char[texts.Sum(text => text.Length) + Slack];
        starts = new int[texts.Count + 1];
        for (int code = 0; code < texts.Count; code++)
        {
            texts[code].CopyTo(characters.AsSpan(starts[code]));
            starts[code + 1] = starts[code] + texts[code].Length;
        }
    }

    public ReadOnlySpan<char> this[int code] => characters.AsSpan(starts[code], starts[code + 1] - starts[code]);

    /// <summary>Writes a text; gives its length.</summary>
    /// <param name="target">At least <see cref="Slack"/> characters longer than the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Write(int code, Span<char> target)
    {
        int start = starts[code];
        int length = starts[code + 1] - start;
        if (length > Slack)
        {
            characters.AsSpan(start, length).CopyTo(target);
            return length;
        }

        ref ushort from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(characters));
        ref ushort to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(target[..Slack]));
        Vector256.LoadUnsafe(ref from, (nuint)start).StoreUnsafe(ref to);
        return length;
    }
}
