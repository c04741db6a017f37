using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending;

/// <summary>Which parts of a request the server of this run has refused; the journal remembers.</summary>
internal sealed class RequestFeatures(Journal journal, string model)
{
    public bool Has(Feature feature) => !journal.IsRefused(model, Name(feature));

    public void Refuse(Feature feature) => journal.AppendCapability(model, Name(feature));

    /// <summary>Finds the part of a request that a refusal with HTTP 400 or 422 is about.</summary>
    public static Feature? RefusedBy(TransportFault fault, IReadOnlyCollection<Feature> sent)
    {
        if (fault.Status is not (400 or 422))
            return null;
        if (sent.Contains(Feature.WireSchema) && Says(fault, "response_format", "response format", "schema", "structured", "grammar", "guided"))
            return Feature.WireSchema;
        if (sent.Contains(Feature.Seed) && Says(fault, "seed"))
            return Feature.Seed;
        return sent.Contains(Feature.Temperature) && Says(fault, "temperature") ? Feature.Temperature : null;
    }

    private static bool Says(TransportFault fault, params ReadOnlySpan<string> words)
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
        Feature.Seed => "seed",
        _ => "temperature",
    };
}
