namespace SynthData.Benchmarks.Orchestrator;

/// <summary>What <c>reviews.yaml</c> wishes for its texts, for those who ask in another shape.</summary>
internal static class ReviewTexts
{
    public const string Dataset = "Reviews that customers of a shop for outdoor gear wrote, with what they are about and what the shop answered.";

    /// <summary>The columns of text, in their order.</summary>
    public static readonly string[] Columns = ["product", "material", "trip", "title", "body", "answer"];
}
