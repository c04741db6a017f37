using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Planning;

namespace SynthData.Sources.Model.Journals;

/// <summary>Makes the two keys of the journal: 32 lower-case hexadecimal digits of a SHA-256 over texts that each carry their length.</summary>
internal static class KeyHash
{
    /// <summary>The key of a whole call: what is sent, but no limit, time-out or URL.</summary>
    public static string OfCall(string model, string parameters, string system, string user, IEnumerable<AskedCell> cells)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in (ReadOnlySpan<string>)["call", model, parameters, system, user])
            Append(hash, text);
        foreach (AskedCell cell in cells)
            Append(hash, cell.Key);
        return Close(hash);
    }

    /// <summary>The key of one cell: what its answer depends on, however it is asked together with others.</summary>
    public static string OfCell(string model, PromptTable table, PromptColumn column, PromptSlot slot, int askNumber)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in (ReadOnlySpan<string>)["cell", model, table.Table, column.Name, column.Definition])
            Append(hash, text);
        ImmutableArray<KnownColumn> known = table.Known;
        foreach (string mention in column.Mentions)
        {
            int index = 0;
            while (index < known.Length && known[index].Name != mention)
                index++;
            Append(hash, mention);
            Append(hash, index < known.Length ? slot.Known[index] : null);
        }

        Append(hash, slot.RowIndex);
        Append(hash, askNumber);
        return Close(hash);
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            Append(hash, -1);
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static string Close(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
}
