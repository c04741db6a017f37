using SynthData.Planning;
using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Replies;

public class CellReaderTests
{
    private static readonly PromptColumn Note = Shop.Column("note", "A note.");

    [Theory]
    [InlineData("null byte\0", "U+0000")]
    [InlineData("bell\u0007!", "U+0007")]
    [InlineData("escape \u001b[31m", "U+001B")]
    [InlineData("next line\u0085!", "U+0085")]
    [InlineData("line\u2028separator", "U+2028")]
    [InlineData("paragraph\u2029separator", "U+2029")]
    [InlineData("a mark \uFEFF within", "U+FEFF")]
    [InlineData("broken \uFFFD", "U+FFFD")]
    public void A_character_that_programs_stumble_over_is_named(string text, string character)
    {
        SlotProblem? problem = Read(text, Note);

        Assert.Equal("SD4223", problem?.Code);
        Assert.Contains($"Column 'note' got a text with the character {character}.", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_none()
    {
        Assert.Contains("U+D83D", Read("half a pair \uD83D", Note)?.Message, StringComparison.Ordinal);
        Assert.Contains("U+DEB2", Read("the other half \uDEB2 of it", Note)?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tab\tline\nbreak\r\nend")]
    [InlineData("ünïcode Ω 漢字 🚲 عربى")]
    [InlineData("quotes \" ' , ; and \\")]
    public void Other_characters_are_taken_as_they_are(string text) => Assert.Null(Read(text, Note));

    [Fact]
    public void A_text_is_no_longer_than_a_cell_of_a_spreadsheet_unless_its_column_says_so()
    {
        Assert.Null(Read(new string('x', 32_767), Note));
        SlotProblem? problem = Read(new string('x', 10_000_000), Note);
        Assert.Equal("SD4225", problem?.Code);
        Assert.Contains("10000000 characters; 32767 are the most", problem?.Message, StringComparison.Ordinal);
        Assert.InRange(problem!.Message.Length, 1, 200);
        Assert.Null(Read(new string('x', 40_000), Note with { Length = Shop.Length(1, 50_000) }));
    }

    [Fact]
    public void A_value_is_shown_without_half_a_character()
    {
        Assert.Equal($"'{new string('x', 79)}…'", CellReader.Shown(new string('x', 79) + "🚲🚲"));
    }

    private static SlotProblem? Read(string text, PromptColumn column) => CellReader.Read(new ReplyCell(text, IsText: true), column, out _);
}
