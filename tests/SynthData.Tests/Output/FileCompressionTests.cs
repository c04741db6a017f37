using SynthData.Output;

namespace SynthData.Tests.Output;

public class FileCompressionTests
{
    [Theory]
    [InlineData("none", null)]
    [InlineData("snappy", "snappy")]
    [InlineData("zstd", "zstd:fastest")]
    [InlineData("zstd:smallest", "zstd:smallest")]
    [InlineData("gzip", "gzip:optimal")]
    [InlineData("gzip:fastest", "gzip:fastest")]
    public void Names_and_levels_are_read_and_the_level_is_always_said(string text, string? name)
    {
        Assert.True(FileCompression.TryParse(text, out FileCompression compression));
        Assert.Equal(name, compression.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lz4")]
    [InlineData("zstd:3")]
    [InlineData("zstd:")]
    [InlineData("snappy:fastest")]
    [InlineData("none:fastest")]
    [InlineData("gzip:fastest:2")]
    public void Anything_else_is_not(string? text) => Assert.False(FileCompression.TryParse(text, out _));
}
