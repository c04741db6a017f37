using System.Security.Cryptography;
using System.Text;
using SynthData.Planning;

namespace SynthData.Compile;

/// <summary>What the prompts of a group and what they depend on mean, as 16 hex digits: other ones, and what a model wrote no longer fits.</summary>
/// <remarks>The values of conditions are no part of it: a new one gets a pool of its own beside those that are there.</remarks>
internal static class Fingerprint
{
    public static string Of(EntryGroup group)
    {
        var text = new StringBuilder("knowledge 1\n");
        foreach (PromptColumn column in group.Columns)
            text.Append(column.Name).Append('\n').Append(column.Definition).Append('\n').Append(column.IsUnique).Append('\n').AppendJoin(',', column.Mentions).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
