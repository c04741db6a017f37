using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8001 to SD8009: the model and the server named on the command line or in the environment; SD6017 and up: what its server is.</summary>
internal static class ProviderDiagnostics
{
    public static readonly DiagnosticDescriptor MalformedModelName = DiagnosticDescriptor.Error(
        "SD8001",
        "The model '{0}' is not written as PROVIDER/MODEL.",
        "Write for example 'openai/gpt-4o-mini' or 'ollama/llama3.2'.",
        "A model is named by its provider, a slash and the name the provider gives it. The name may hold further slashes and colons.");

    public static readonly DiagnosticDescriptor UnknownProvider = DiagnosticDescriptor.Error(
        "SD8002",
        "The provider '{0}' is not known; known are: openai, ollama, anthropic.{1}",
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

    public static readonly DiagnosticDescriptor QuotaSpent = DiagnosticDescriptor.Error(
        "SD6017",
        "What may be spent on model {0} is spent, says its server: {1}",
        "Look at plan and billing there, then run the same command again: it goes on where this one stopped.",
        "A quota or balance that is used up does not pass by waiting, although some servers tell it like a rate limit (HTTP 429). It ends the run at once; what was answered is kept in the journal.");

    public static readonly DiagnosticDescriptor Redirected = DiagnosticDescriptor.Error(
        "SD6018",
        "The server of model {0} redirects to {1}.",
        "Give the address it redirects to as --base-url, if you trust it with your key.",
        "A redirect is never followed: the key would go to whoever it names.");

    public static readonly DiagnosticDescriptor NotTheProtocol = DiagnosticDescriptor.Error(
        "SD6019",
        "The server of model {0} answered with a web page.",
        "Check that the base URL ends where the protocol begins, usually /v1, and that no proxy or sign-in page stands between.",
        "A page with HTTP 200 is what portals, proxies and wrong addresses send. Nothing of it is taken for an answer.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [MalformedModelName, UnknownProvider, MissingKey, UnreadableKeyFile, UserInfoInUrl, MalformedUrl, QuotaSpent, Redirected, NotTheProtocol];
}
