using SynthData.Diagnostics;
using SynthData.Numerics.Patterns;

namespace SynthData.Tests.Numerics.Patterns;

public class PatternReaderTests
{
    private static readonly SourcePosition Place = new("shop.yaml", 3, 14);

    [Theory]
    [InlineData("ab)", 3, "closes nothing")]
    [InlineData("a(b", 2, "never closed")]
    [InlineData("[ab", 1, "never closed")]
    [InlineData("a[", 2, "never closed")]
    [InlineData(@"[a\", 1, "never closed")]
    [InlineData("[]", 1, "holds no character")]
    [InlineData("[^ -~]", 1, "holds no character")]
    [InlineData("[z-a]", 2, "runs backwards")]
    [InlineData(@"[a-\d]", 2, "one character to one character")]
    [InlineData("[a-z-[aeiou]]", 6, "is written")]
    [InlineData(@"[\q]", 2, "no meaning in a class")]
    [InlineData("[😀]", 2, "cannot stand in a class")]
    [InlineData("?a", 1, "nothing that '?' could repeat")]
    [InlineData("a|{2}", 3, "nothing that '{' could repeat")]
    [InlineData("a{,3}", 2, "a count is written")]
    [InlineData("a{x}", 2, "a count is written")]
    [InlineData("a{2", 2, "a count is written")]
    [InlineData("a{3,2}", 2, "ends below its start")]
    [InlineData("a{2}?", 5, "a count follows a count")]
    [InlineData("a??", 3, "a count follows a count")]
    [InlineData(@"ab\", 3, "ends the pattern")]
    [InlineData(@"\q", 1, "no meaning here")]
    [InlineData(@"\p{L}", 1, "no meaning here")]
    public void What_cannot_be_read_is_told_with_its_place(string regex, int character, string why)
    {
        Diagnostic diagnostic = Fault(regex);
        Assert.Equal("SD2300", diagnostic.Code);
        Assert.Contains($"at character {character}:", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(why, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(Place, diagnostic.Position);
    }

    [Theory]
    [InlineData("a*", 2, "'*'")]
    [InlineData("[ab]+", 5, "'+'")]
    [InlineData("a{2,}", 2, "'{2,}'")]
    public void A_repetition_without_end_is_refused(string regex, int character, string written) =>
        AssertFault(regex, "SD2301", character, written);

    [Theory]
    [InlineData("(?=a)", 1, "'(?='")]
    [InlineData("a(?!b)", 2, "'(?!'")]
    [InlineData("(?<n>b)", 1, "'(?<'")]
    [InlineData("(?i)a", 1, "'(?i'")]
    [InlineData("(?", 1, "'(?'")]
    public void A_look_around_is_refused(string regex, int character, string written) =>
        AssertFault(regex, "SD2302", character, written);

    [Theory]
    [InlineData(@"(a)\1", 4, @"'\1'")]
    [InlineData(@"\k<n>", 1, @"'\k'")]
    public void A_back_reference_is_refused(string regex, int character, string written) =>
        AssertFault(regex, "SD2303", character, written);

    [Theory]
    [InlineData("a^b", 2, "'^'")]
    [InlineData("a$b", 2, "'$'")]
    [InlineData("(a$)", 3, "'$'")]
    [InlineData(@"a\b", 2, @"'\b'")]
    public void An_anchor_inside_is_refused(string regex, int character, string written) =>
        AssertFault(regex, "SD2304", character, written);

    [Theory]
    [InlineData("((a{100}){100}){100}", 4, "16384")]
    [InlineData("ab{99999999999}", 3, "16384")]
    [InlineData("(){20000}", 3, "16384")]
    public void A_pattern_of_too_many_parts_is_refused(string regex, int character, string limit) =>
        AssertFault(regex, "SD2305", character, limit);

    [Theory]
    [InlineData("(a|b){0,30}a(a|b){30}")]
    [InlineData(@"(\w{1,60}){1,60}")]
    public void A_pattern_read_in_too_many_ways_is_refused_soon(string regex)
    {
        Diagnostic diagnostic = Fault(regex);
        Assert.Equal("SD2306", diagnostic.Code);
        Assert.Contains("16384", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Diagnostic diagnostic = Fault(new string('(', 5000) + new string(')', 5000));
        Assert.Equal("SD2300", diagnostic.Code);
        Assert.Contains("at character 101:", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_reads_as_a_sentence_with_a_fix() =>
        Assert.Equal(
            "shop.yaml(3,14): error SD2301: Pattern 'ID-[0-9]+' repeats without an upper bound at character 9 ('+'). "
            + "Write how often at most, such as '{1,8}'.",
            Fault("ID-[0-9]+").ToString());

    [Fact]
    public void Every_message_is_listed() =>
        Assert.Equal(
            ["SD2300", "SD2301", "SD2302", "SD2303", "SD2304", "SD2305", "SD2306", "SD2309"],
            PatternDiagnostics.All.Select(descriptor => descriptor.Code));

    private static void AssertFault(string regex, string code, int character, string detail)
    {
        Diagnostic diagnostic = Fault(regex);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains($"at character {character}", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(detail, diagnostic.Message, StringComparison.Ordinal);
    }

    private static Diagnostic Fault(string regex)
    {
        DiagnosticBag diagnostics = new();
        Assert.False(PatternReader.TryRead(regex, Place, diagnostics, out Pattern? pattern));
        Assert.Null(pattern);
        return Assert.Single(diagnostics);
    }
}
