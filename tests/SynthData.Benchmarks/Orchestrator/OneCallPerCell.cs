using System.Text.Json;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>The shape of NeMo Data Designer: for each row, one call for each text column, with a system message and a user message.</summary>
/// <remarks>
/// After NVIDIA-NeMo/DataDesigner, <c>column_generators/generators/llm_completion.py</c> (strategy CELL_BY_CELL: both prompts are templates
/// rendered with the row) and <c>models/recipes/response_recipes.py</c> (a text column adds nothing and takes the answer as it is).
/// The words are the user's there, so these are ours: as short as ours to the model, and each names the cells of the row that it needs
/// to fit the others, since nothing else would tell the model of them. Every answer is the bare text.
/// </remarks>
internal static class OneCallPerCell
{
    private const string System = "You write realistic values for rows of a synthetic dataset. Everything in it is invented. Dataset: " + ReviewTexts.Dataset
        + " Language and region: en-GB. Answer with the value and nothing else, no quotes, no remarks.";

    private static readonly (string Column, string Prompt)[] Prompts =
    [
        ("product", "Write the name of a {category} that costs {price} euros, brand first, 12 to 40 characters."),
        ("material", "The product is the {category} '{product}' for {price} euros. Write what it is mainly made of, with a detail a hiker looks for, 15 to 50 characters."),
        ("trip", "A customer gave the {category} '{product}' for {price} euros {stars} of 5 stars. Write where and how the customer used it, 20 to 60 characters."),
        ("title", "A customer used the {category} '{product}' for {price} euros like this: {trip}. Write the headline of a review with {stars} of 5 stars, 15 to 50 characters."),
        ("body", "A customer used the {category} '{product}' ({material}) for {price} euros like this: {trip}. Write the review headed '{title}' with {stars} of 5 stars: two sentences that fit headline, trip and stars, 80 to 200 characters."),
        ("answer", "A customer reviewed the {category} '{product}' with {stars} of 5 stars. Headline: {title}. Review: {body} Write what the shop answers in public, one sentence, by name of the product, 50 to 120 characters."),
    ];

    /// <summary>Tokens of all calls for these rows.</summary>
    public static long Tokens(IReadOnlyList<JsonElement> rows)
    {
        int system = TokenCounts.O200k(System);
        return rows.Sum(row => Prompts.Sum(cell =>
            (long)system + TokenCounts.O200k(Fill(cell.Prompt, row)) + TokenCounts.O200k(row.GetProperty(cell.Column).GetString()!)));
    }

    private static string Fill(string prompt, JsonElement row)
    {
        foreach (JsonProperty cell in row.EnumerateObject())
            prompt = prompt.Replace('{' + cell.Name + '}', cell.Value.ToString(), StringComparison.Ordinal);
        return prompt;
    }
}
