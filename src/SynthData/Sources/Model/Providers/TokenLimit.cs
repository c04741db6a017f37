using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace SynthData.Sources.Model.Providers;

/// <summary>Writes the most tokens of an answer into a request.</summary>
internal static class TokenLimit
{
    public static void Set(ChatOptions options, int most) => options.MaxOutputTokens = most;

    /// <summary>Writes it as <c>max_tokens</c>, which servers of the chat-completions protocol took before <c>max_completion_tokens</c>.</summary>
    public static void SetOld(ChatOptions options, int most) => options.RawRepresentationFactory = _ =>
    {
        var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The library has no other way to send a member it does not know.
        raw.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
        return raw;
    };
}
