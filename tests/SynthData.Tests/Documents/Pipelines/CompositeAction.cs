using System.Text.Json;
using System.Text.RegularExpressions;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Documents.Pipelines;

/// <summary>Runs the steps of <c>action.yml</c> as GitHub does, with the inputs of a workflow.</summary>
internal sealed partial class CompositeAction
{
    private readonly JsonElement action = PipelineFile.Read("action.yml");
    private readonly Dictionary<string, string> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> succeeded = new(StringComparer.Ordinal);

    public CompositeAction(IReadOnlyDictionary<string, string> given)
    {
        Assert.Equal("composite", action.GetProperty("runs").GetProperty("using").GetString());
        foreach (JsonProperty input in action.GetProperty("inputs").EnumerateObject())
        {
            Assert.NotEmpty(input.Value.GetProperty("description").GetString()!);
            bool isRequired = input.Value.TryGetProperty("required", out JsonElement required) && required.GetBoolean();
            Assert.True(given.ContainsKey(input.Name) || !isRequired, $"'{input.Name}' is required.");
            inputs[input.Name] = given.TryGetValue(input.Name, out string? value) ? value : input.Value.GetProperty("default").ToString();
        }

        Assert.Empty(given.Keys.Except(inputs.Keys));
    }

    /// <summary>Gives each step that ran, by name, and how it ended.</summary>
    public async Task<IReadOnlyDictionary<string, CommandLine>> RunAsync(SampleRepository repository)
    {
        Dictionary<string, CommandLine> runs = new(StringComparer.Ordinal);
        foreach (JsonElement step in action.GetProperty("runs").GetProperty("steps").EnumerateArray())
        {
            Assert.Equal("bash", step.GetProperty("shell").GetString());
            if (step.TryGetProperty("if", out JsonElement condition) && !Holds(condition.GetString()!))
                continue;
            Dictionary<string, string> environment = step.Texts("env").ToDictionary(variable => variable.Key, variable => Fill(variable.Value), StringComparer.Ordinal);
            environment["GITHUB_ACTIONS"] = "true";
            environment["GITHUB_WORKSPACE"] = repository.Path;
            string script = step.GetProperty("run").GetString()!;
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);          // what people give is no part of a script
            CommandLine run = await repository.RunAsync(script, environment);
            runs[step.GetProperty("name").GetString()!] = run;
            if (step.TryGetProperty("id", out JsonElement id))
                succeeded[id.GetString()!] = run.ExitCode == 0;
        }

        return runs;
    }

    private string Fill(string text) => Input().Replace(text, match => inputs[match.Groups[1].Value]);

    // The few forms of a condition that the action uses; any other fails the test.
    private bool Holds(string condition)
    {
        Match whole = Condition().Match(condition);
        Assert.True(whole.Success, condition);
        return whole.Groups[1].Value.Split(" && ").All(term =>
        {
            if (term == "!cancelled()")
                return true;
            if (Outcome().Match(term) is { Success: true } outcome)
                return succeeded[outcome.Groups[1].Value];
            Match compared = Comparison().Match(term);
            Assert.True(compared.Success, term);
            return (inputs[compared.Groups[1].Value] == compared.Groups[3].Value) == (compared.Groups[2].Value == "==");
        });
    }

    [GeneratedRegex(@"\$\{\{ inputs\.(\w+) \}\}")]
    private static partial Regex Input();

    [GeneratedRegex(@"^\$\{\{ (.*) \}\}$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^steps\.(\w+)\.outcome == 'success'$")]
    private static partial Regex Outcome();

    [GeneratedRegex(@"^inputs\.(\w+) (==|!=) '(\w*)'$")]
    private static partial Regex Comparison();
}
