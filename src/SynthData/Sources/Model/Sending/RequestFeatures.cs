using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending;

/// <summary>Which parts of a request the server of this run has refused; the journal remembers.</summary>
internal sealed partial class RequestFeatures(Journal journal, string model)
{
    private const string Ceiling = "max_tokens<=";
    private const int LeastCeiling = 64;

    /// <summary>What is sent with a call: everything asked for that was not refused.</summary>
    public ImmutableArray<Feature> Sent(bool usesSchema, bool hasTemperature)
    {
        ImmutableArray<Feature>.Builder sent = ImmutableArray.CreateBuilder<Feature>();
        AddFirst(usesSchema ? [Feature.WireSchema, Feature.JsonObject] : []);
        AddFirst([Feature.Seed]);
        AddFirst(hasTemperature ? [Feature.Temperature] : []);
        AddFirst([Feature.TokenLimit, Feature.OldTokenLimit]);
        AddFirst([Feature.Stream]);
        return sent.DrainToImmutable();

        void AddFirst(ReadOnlySpan<Feature> wanted)
        {
            foreach (Feature feature in wanted)
            {
                if (!journal.IsRefused(model, Name(feature)))
                {
                    sent.Add(feature);
                    return;
                }
            }
        }
    }

    /// <summary>The most tokens of an answer that the server takes as a limit; null where it named none.</summary>
    public int? MostTokens => journal.RefusedOf(model)
        .Where(feature => feature.StartsWith(Ceiling, StringComparison.Ordinal))
        .Select(feature => int.Parse(feature.AsSpan(Ceiling.Length), CultureInfo.InvariantCulture))
        .Cast<int?>().Min();

    /// <summary>Takes note of a refusal of a part of the request.</summary>
    /// <param name="limit">The token limit sent.</param>
    /// <returns>The part, or null when the refusal is about something else.</returns>
    public Feature? Learn(TransportFault fault, IReadOnlyCollection<Feature> sent, int limit)
    {
        if (RefusedBy(fault, sent) is not { } feature)
            return null;
        int? ceiling = feature is Feature.TokenLimit or Feature.OldTokenLimit ? CeilingIn(fault.Message, limit) : null;
        journal.AppendCapability(model, ceiling is null ? Name(feature) : Ceiling + ceiling.Value.ToString(CultureInfo.InvariantCulture));
        return feature;
    }

    /// <summary>Takes note that the client cannot stream.</summary>
    public void LearnWhole() => journal.AppendCapability(model, Name(Feature.Stream));

    // What an error is about is told by the words in it: servers agree on no code.
    private static Feature? RefusedBy(TransportFault fault, IReadOnlyCollection<Feature> sent)
    {
        if (fault.Status is not (400 or 404 or 415 or 422 or 501))
            return null;
        return First([Feature.WireSchema, Feature.JsonObject], "response_format", "response format", "output_config", "output_format", "schema", "structured", "grammar", "guided", "json_object")
            ?? First([Feature.TokenLimit, Feature.OldTokenLimit], "max_completion_tokens", "max_tokens", "max tokens", "context length", "output tokens", "completion tokens")
            ?? First([Feature.Seed], "seed")
            ?? First([Feature.Temperature], "temperature")
            ?? First([Feature.Stream], "stream");

        Feature? First(ReadOnlySpan<Feature> features, params ReadOnlySpan<string> words)
        {
            if (!Says(fault, words))
                return null;
            foreach (Feature feature in features)
            {
                if (sent.Contains(feature))
                    return feature;
            }

            return null;
        }
    }

    // "at most 4096", "30000 > 8192": the greatest number below what was sent. A context is shared with the question, so its length is no limit.
    private static int? CeilingIn(string message, int limit)
    {
        if (message.Contains("context", StringComparison.OrdinalIgnoreCase))
            return null;
        int[] below =
        [
            .. Number().Matches(message)
                .Select(match => int.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out int number) ? number : 0)
                .Where(number => number >= LeastCeiling && number < limit),
        ];
        return below.Length == 0 ? null : below.Max();
    }

    private static bool Says(TransportFault fault, ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (fault.Message.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string Name(Feature feature) => feature switch
    {
        Feature.WireSchema => "response_format",
        Feature.JsonObject => "json_object",
        Feature.Seed => "seed",
        Feature.TokenLimit => "max_completion_tokens",
        Feature.OldTokenLimit => "max_tokens",
        Feature.Stream => "stream",
        _ => "temperature",
    };

    [GeneratedRegex("[0-9][0-9,]*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
