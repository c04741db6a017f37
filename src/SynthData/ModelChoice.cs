using SynthData.Sources.Model.Providers;

namespace SynthData;

/// <summary>Which model answers the prompts of a run, where it is, and what may be had of it.</summary>
internal sealed record ModelChoice
{
    /// <summary>Provider and model; null for none.</summary>
    public string? Name { get; init; }

    public string? BaseUrl { get; init; }

    /// <summary>How long an answer may stay silent; null for the default.</summary>
    public TimeSpan? Silence { get; init; }

    public ModelLimits Limits { get; init; } = new();

    /// <summary>Answers come from the journal only.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Null for the one beside the schema.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Opens the client; nothing is sent yet. Null where no model is to be asked.</summary>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <exception cref="Diagnostics.SchemaException">SD8001 to SD8006.</exception>
    public ChatConnection? Connect(Func<string, string?> environment, TimeProvider clock) =>
        Name is null || IsReplay ? null : ChatClients.Open(ModelName.Parse(Name), BaseUrl, environment, clock);

    /// <summary>Adds to the options of a run what concerns its model.</summary>
    public RunOptions AddTo(RunOptions options, ChatConnection? connection) => options with
    {
        Chat = connection?.Client,
        Connection = connection,
        Silence = Silence,
        Limits = Limits,
        Replay = IsReplay,
        JournalPath = JournalPath,
    };
}
