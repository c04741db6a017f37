using System.CommandLine;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;

namespace SynthData.Cli.Arguments;

/// <summary>Which model fills prompt columns, where it is, and what is kept of its answers.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> model = new("--model")
    {
        HelpName = "PROVIDER/MODEL",
        Description = "Let a model fill prompt columns: openai/NAME, ollama/NAME or anthropic/NAME; bare, SYNTHDATA_MODEL says which",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly TextOption baseUrl = new("--base-url", "URL", "The server, for every one that speaks OpenAI's protocol");

    private readonly TextOption text = new("--text", "row|knowledge|fallback", "The source of all prompt columns: the model for every row, the knowledge beside the schema, or the fallback it writes");

    private readonly TextOption textRows = new("--text-rows", "N", "Let the model fill the first N rows of each table, and knowledge the rest");

    private readonly Option<bool> replay = new("--replay")
    {
        Description = "Answer from the journal only; no model is called",
        Arity = ArgumentArity.Zero,
    };

    private readonly TextOption journal = new("--journal", "PATH", "Where answers are kept; NAME.journal.jsonl beside the schema by default");

    private readonly TextOption timeout = new("--timeout", "T", "How long an answer may stay silent, such as 90s or 2min; 10min by default");

    private readonly LimitOptions limits = new();

    /// <param name="choosesText">Whether the source of prompt columns can be chosen.</param>
    public void AddTo(Command command, bool choosesText = true)
    {
        command.Add(model);
        command.Add(baseUrl);
        if (choosesText)
        {
            command.Add(text);
            command.Add(textRows);
        }

        command.Add(replay);
        command.Add(journal);
        command.Add(timeout);
        foreach (TextOption option in limits.All)
            command.Add(option);
    }

    public TextSource? ReadText(ParseResult parsed, DiagnosticBag bag)
    {
        TextSource? source = text.Read(
            parsed, bag, "row, knowledge or fallback",
            value => value switch { "row" => TextSource.Row, "knowledge" => TextSource.Knowledge, "fallback" => TextSource.Fallback, _ => (TextSource?)null });
        if (source == TextSource.Row && !IsNamed(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, "--text row", "--model");
        return source;
    }

    public long? ReadTextRows(ParseResult parsed, DiagnosticBag bag)
    {
        if (textRows.IsGiven(parsed) && !IsNamed(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, textRows.Name, "--model");
        if (textRows.IsGiven(parsed) && text.Value(parsed) is "knowledge" or "fallback")
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, textRows.Name, "--text row");
        return textRows.Read(parsed, bag, "a whole number from 0", ArgumentText.Count);
    }

    public string? ReadName(ParseResult parsed, Func<string, string?> environment, DiagnosticBag bag)
    {
        if (!IsNamed(parsed))
        {
            AddUseless(parsed, bag);
            return null;
        }

        string? name = parsed.GetValue(model) is { Length: > 0 } written ? written : environment("SYNTHDATA_MODEL");
        if (string.IsNullOrEmpty(name))
            bag.Add(UsageDiagnostics.ModelNotNamed, position: null);
        else
            ModelName.Parse(name); // SD8001
        return name;
    }

    public bool IsReplay(ParseResult parsed) => parsed.GetValue(replay);

    /// <summary>Reads how the model of a request is reached and what may be had of it.</summary>
    public ModelChoice ReadChoice(ParseResult parsed, GenerationRequest asked, DiagnosticBag bag) => new()
    {
        Name = asked.Text == TextSource.Fallback ? null : asked.Model,
        BaseUrl = baseUrl.Value(parsed),
        Silence = timeout.Read(parsed, bag, "a duration such as 90s, 2min or 1h", ArgumentText.Duration),
        Limits = limits.Read(parsed, bag),
        IsReplay = IsReplay(parsed),
        JournalPath = journal.Value(parsed),
    };

    private bool IsNamed(ParseResult parsed) => parsed.GetResult(model) is { Implicit: false };

    private void AddUseless(ParseResult parsed, DiagnosticBag bag)
    {
        foreach (TextOption option in (TextOption[])[baseUrl, journal, timeout, .. limits.All])
        {
            if (option.IsGiven(parsed))
                bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, option.Name, "--model");
        }

        if (IsReplay(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, "--replay", "--model");
    }
}
