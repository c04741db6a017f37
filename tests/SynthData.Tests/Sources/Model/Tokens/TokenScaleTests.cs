using SynthData.Planning;
using SynthData.Sources.Model.Tokens;

namespace SynthData.Tests.Sources.Model.Tokens;

/// <summary>Counting tokens before anything was sent.</summary>
public class TokenScaleTests
{
    [Theory]
    [InlineData("openai/gpt-5-mini", "o200k_base")]
    [InlineData("openai/gpt-4o", "o200k_base")]
    [InlineData("openai/gpt-4.1-nano", "o200k_base")]
    [InlineData("openai/o3", "o200k_base")]
    [InlineData("ollama/gpt-oss:20b", "o200k_base")]
    [InlineData("openai/openai/gpt-4o-mini", "o200k_base")]
    [InlineData("openai/gpt-4-turbo", "cl100k_base")]
    [InlineData("openai/gpt-3.5-turbo", "cl100k_base")]
    [InlineData("anthropic/claude-sonnet-4-5", "characters")]
    [InlineData("ollama/llama3.2", "characters")]
    [InlineData("the client given", "characters")]
    public void The_encoding_follows_from_the_name(string model, string scale) => Assert.Equal(scale, TokenScale.Of(model).Name);

    [Fact]
    public void Known_encodings_count_exactly()
    {
        // As the encodings' own library has it.
        Assert.Equal(2, TokenScale.Of("openai/gpt-5").Count("hello world"));
        Assert.Equal(2, TokenScale.Of("openai/gpt-4").Count("hello world"));
        Assert.Equal(0, TokenScale.Of("openai/gpt-5").Count(""));
    }

    [Theory]
    [InlineData("The parcel arrived on Tuesday, but one of the two parts was not what I had ordered.")]
    [InlineData("Посылка пришла во вторник, но одна из двух деталей оказалась не той, что я заказывал.")]
    [InlineData("包裹星期二到了，但其中一个零件不是我订的。")]
    public void By_characters_is_near_enough(string text)
    {
        long exact = TokenScale.Of("openai/gpt-5").Count(text);
        Assert.InRange(TokenScale.Of("ollama/llama3.2").Count(text), 0.6 * exact, 2.6 * exact);
    }

    [Theory]
    [InlineData("One sentence on what {name} rides and why.", 90)]
    [InlineData("One or two sentences a manager writes.", 135)]
    [InlineData("Two to six sentences, no signature.", 360)]
    [InlineData("Answer in 3-5 words.", 24)]
    [InlineData("Subject line, at most ten words, of a ticket.", 45)]
    [InlineData("up to 4 sentences", 270)]
    [InlineData("Catalogue title of a {kind}.", null)]
    [InlineData("A few words about {city}.", null)]
    [InlineData(null, null)]
    public void A_prompt_that_says_how_much_is_understood(string? prompt, int? characters) => Assert.Equal(characters, PromptedLength.Of(prompt));

    [Fact]
    public void A_sample_keeps_the_length_of_its_column()
    {
        PromptColumn Sentences(int low, int high) => Shop.Column("note", "Two to six sentences.", length: Shop.Length(low, high));
        Assert.Equal(360, SampleCells.Of(Sentences(20, 2_000)).Length);
        Assert.Equal(100, SampleCells.Of(Sentences(20, 100)).Length);
        Assert.Equal(500, SampleCells.Of(Sentences(500, 900)).Length);
        Assert.Equal(40, SampleCells.Of(Shop.Column("note", "What is it?", length: Shop.Length(4, 160))).Length);
        Assert.Equal(60, SampleCells.Of(Shop.Column("note", "What is it?")).Length);
    }
}
