using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending;

/// <summary>What goes with the messages of a call; made anew for each try, since a client may change what it gets.</summary>
internal static class RequestForm
{
    private const string SchemaName = "rows";

    /// <summary>Models that think before they answer do it within the limit.</summary>
    private const int Thinking = 8_192;

    /// <summary>Of a cell whose length nobody says.</summary>
    private const int UsualCharacters = 200;

    /// <summary>A limit that only runaway answers reach: two tokens a character, though most texts take a quarter.</summary>
    /// <remarks>It follows from the columns alone: what answers came to by now depends on time, and so would the request.</remarks>
    /// <param name="most">The most the server takes, or null.</param>
    public static int LimitFor(Call call, int? most)
    {
        long expected = call.Cells.Sum(cell => call.Prompt.Table.Columns[call.Prompt.Columns.IndexOf(cell.Column)].Length?.High ?? UsualCharacters);
        return (int)Math.Min(most ?? int.MaxValue, Thinking + Math.Min(2 * expected, 1_000_000));
    }

    public static ChatOptions Of(Call call, double? temperature, int limit)
    {
        ImmutableArray<Feature> sent = call.Sent;
        var chat = new ChatOptions();
        if (sent.Contains(Feature.WireSchema))
        {
            chat.ResponseFormat = ChatResponseFormat.ForJsonSchema(WireSchema.Rows, SchemaName);
            chat.AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true };
        }
        else if (sent.Contains(Feature.JsonObject))
        {
            chat.ResponseFormat = ChatResponseFormat.Json;
        }

        if (sent.Contains(Feature.Seed))
            chat.Seed = call.Seed;
        if (sent.Contains(Feature.Temperature))
            chat.Temperature = (float?)temperature;
        if (sent.Contains(Feature.TokenLimit))
            TokenLimit.Set(chat, limit);
        else if (sent.Contains(Feature.OldTokenLimit))
            TokenLimit.SetOld(chat, limit);
        return chat;
    }
}
