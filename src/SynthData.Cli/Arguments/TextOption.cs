using System.CommandLine;
using System.CommandLine.Parsing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>An option whose values are kept as written, so that what is wrong with them is said in our words.</summary>
internal sealed class TextOption : Option<string[]>
{
    public TextOption(string name, string helpName, string description)
        : base(name)
    {
        HelpName = helpName;
        Description = description;
        Arity = ArgumentArity.OneOrMore;
    }

    /// <summary>Whether the option may stand more than once.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Gives every value written, in order.</summary>
    public IReadOnlyList<string> Values(ParseResult parsed) => [.. Result(parsed)?.Tokens.Select(token => token.Value) ?? []];

    /// <summary>Gives the value written last, or null without the option.</summary>
    public string? Value(ParseResult parsed) => Values(parsed) is { Count: > 0 } values ? values[^1] : null;

    public bool IsGiven(ParseResult parsed) => Result(parsed) is not null;

    /// <summary>Reads the value, or reports that it is not what the option takes.</summary>
    /// <param name="expected">What it takes, such as <c>a whole number from 1</c>.</param>
    public T? Read<T>(ParseResult parsed, DiagnosticBag bag, string expected, Func<string, T?> read)
        where T : struct
    {
        if (Value(parsed) is not { } text)
            return null;
        T? value = read(text);
        if (value is null)
            bag.Add(UsageDiagnostics.InvalidValue, position: null, Name, text, expected);
        return value;
    }

    private OptionResult? Result(ParseResult parsed) => parsed.GetResult(this) is { Implicit: false } result ? result : null;
}
