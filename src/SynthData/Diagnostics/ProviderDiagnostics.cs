using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8001 to SD8009: the model and the server named on the command line or in the environment.</summary>
internal static class ProviderDiagnostics
{
    public static readonly DiagnosticDescriptor MalformedModelName = DiagnosticDescriptor.Error(
        "SD8001",
        "The model '{0}' is not written as PROVIDER/MODEL.",
        "Write for example 'openai/gpt-4o-mini' or 'ollama/llama3.2'.",
        "A model is named by its provider, a slash and the name the provider gives it. The name may hold further slashes and colons.");

    public static readonly DiagnosticDescriptor UnknownProvider = DiagnosticDescriptor.Error(
        "SD8002",
        "The provider '{0}' is not known; known are: openai, ollama.{1}",
        "Use 'openai/NAME' with --base-url for any other server that speaks the chat-completions protocol.",
        "Only providers listed here have a client. Every server of the OpenAI chat-completions protocol works as 'openai/NAME' with --base-url.");

    public static readonly DiagnosticDescriptor MissingKey = DiagnosticDescriptor.Error(
        "SD8003",
        "The provider '{0}' needs a key and the environment has none.",
        "Set {1}, or {1}_FILE to the path of a file that holds the key.",
        "Keys come from the environment or from a file it names, never from a schema or an argument. A server on this machine (a loopback --base-url) needs none.");

    public static readonly DiagnosticDescriptor UnreadableKeyFile = DiagnosticDescriptor.Error(
        "SD8004",
        "{0} names the file '{1}', which cannot be read or is empty: {2}",
        "Name a readable file whose only content is the key.",
        "The variable with the suffix _FILE holds a path; the file's text, trimmed, is the key.");

    public static readonly DiagnosticDescriptor UserInfoInUrl = DiagnosticDescriptor.Error(
        "SD8005",
        "The base URL for host '{0}' carries a user name or password.",
        "Leave them out of the URL and put the key in the environment.",
        "A URL is shown in messages and passed on by proxies; secrets in it would leak.");

    public static readonly DiagnosticDescriptor MalformedUrl = DiagnosticDescriptor.Error(
        "SD8006",
        "The base URL given by {0} is not an absolute http or https URL.",
        "Write it whole, for example http://localhost:8000/v1.",
        "The URL is where the protocol's paths begin, usually ending in /v1.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [MalformedModelName, UnknownProvider, MissingKey, UnreadableKeyFile, UserInfoInUrl, MalformedUrl];
}
