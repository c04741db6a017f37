using System.Security.Cryptography;
using System.Text;

namespace SynthData.Compile;

/// <summary>The name of an entry that a model wrote: a hash of its texts, so that it stays the same and shows when a hand changed them.</summary>
internal static class EntryId
{
    private const int Digits = 8;

    public static string Of(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', texts))))[..Digits];
}
