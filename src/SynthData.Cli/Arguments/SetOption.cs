using System.CommandLine;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary><c>--set NAME=VALUE</c>, which may be repeated.</summary>
internal static class SetOption
{
    /// <param name="owner">Whose parameters they are: of a schema, of a job.</param>
    public static TextOption Of(string owner) => new("--set", "NAME=VALUE", $"Give a parameter of the {owner} a value; may be repeated") { MayRepeat = true };

    public static Dictionary<string, string> Read(TextOption option, ParseResult parsed, DiagnosticBag bag)
    {
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        foreach (string text in option.Values(parsed))
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                bag.Add(UsageDiagnostics.InvalidValue, position: null, option.Name, text, "NAME=VALUE");
            else if (!parameters.TryAdd(text[..equals], text[(equals + 1)..]))
                bag.Add(UsageDiagnostics.NamedTwice, position: null, option.Name, text[..equals]);
        }

        return parameters;
    }
}
