using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthData.Sources.Model.Journals;

/// <summary>A key of the journal as 16 bytes: a journal has millions.</summary>
internal readonly record struct JournalKey(ulong High, ulong Low)
{
    public static JournalKey Of(string key)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        if (key.Length != 32 || Convert.FromHexString(key, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            SHA256.HashData(Encoding.UTF8.GetBytes(key), bytes);           // none of ours; found all the same
        return new JournalKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }
}
