using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>What the language names for later versions is an error that says so, never ignored.</summary>
public class LaterTests
{
    [Theory]
    [InlineData("axes: { tone: [warm, dry] }")]
    public void Of_a_table(string key) => AssertLater(Made.Items("a: { constant: 1 }", rest: key));

    private static void AssertLater(string schema)
    {
        Diagnostic told = Assert.Single(Made.Told(schema));
        Assert.Equal("SD1018", told.Code);
        Assert.Contains("comes in a later version", told.Message, StringComparison.Ordinal);
        Assert.NotNull(told.Position);
    }
}
