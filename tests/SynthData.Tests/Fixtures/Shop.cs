using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Fixtures;

/// <summary>The schema that the tests of fixtures name by a path relative to themselves.</summary>
internal static class Shop
{
    public static string Path { get; } = Repository.PathOf("tests", "SynthData.Tests", "Fixtures", "shop.yaml");
}
