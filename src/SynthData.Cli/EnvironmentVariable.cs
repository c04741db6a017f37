using System.Collections.Immutable;

namespace SynthData.Cli;

/// <summary>A variable of the environment that the program reads.</summary>
internal sealed record EnvironmentVariable(string Name, string About)
{
    public static ImmutableArray<EnvironmentVariable> All { get; } =
    [
        new("SYNTHDATA_MODEL", "The model that a bare '--model' means, as PROVIDER/MODEL. Without '--model' no model is called, whatever this says."),
        new("OPENAI_API_KEY", "The key for openai/NAME. OPENAI_API_KEY_FILE names a file that holds it instead."),
        new("OPENAI_BASE_URL", "The server of openai/NAME, where --base-url does not say."),
        new("ANTHROPIC_API_KEY", "The key for anthropic/NAME. ANTHROPIC_API_KEY_FILE names a file that holds it instead."),
        new("OLLAMA_HOST", "The server of ollama/NAME; http://localhost:11434 where it is not set."),
        new("PGPASSWORD", "The password for postgres:// targets. PGPASSFILE names a file of passwords instead; without both ~/.pgpass is read."),
        new("GITHUB_ACTIONS", "Where it is 'true', diagnostics are also told as annotations of GitHub; GITHUB_WORKSPACE is the folder that their paths count from."),
        new("TF_BUILD", "Where it is 'true', diagnostics are also told as annotations of Azure Pipelines."),
        new("NO_COLOR", "Set to anything, no colour and no motion."),
        new("TERM", "Where it is 'dumb', no colour and no motion."),
    ];
}
