using System.Globalization;
using SynthData.Testing.Pinning;

namespace SynthData.Testing;

/// <summary>What was asked of a schema as one text: equal texts are equal requests.</summary>
internal static class RequestKey
{
    public static string Of(GenerationRequest request, PinnedTables pinned) => string.Create(
        CultureInfo.InvariantCulture,
        $"{request.Seed}|{request.Scale}|{request.AsOf:yyyy-MM-dd}|{string.Join(',', request.Tables)}|{string.Join(',', request.Rows.Select(one => $"{one.Key}={one.Value}"))}|{pinned.Text}");
}
