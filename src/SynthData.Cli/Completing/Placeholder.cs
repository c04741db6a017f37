using SynthData.Cli.Commands;
using SynthData.Cli.Starters;
using SynthData.Comparing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Completing;

/// <summary>Which values a placeholder of the help pages stands for.</summary>
internal static class Placeholder
{
    private static readonly string[] Providers = ["openai/", "ollama/", "anthropic/"];

    /// <summary>By placeholder, or by option where one placeholder means different things; what is missing is free text.</summary>
    private static readonly Dictionary<string, Func<string, LineSoFar, Completions>> Values = new(StringComparer.Ordinal)
    {
        ["SCHEMA"] = (_, _) => Completions.OfFiles(".yaml", ".yml", ".json"),
        ["SCHEMA|JOB"] = (_, _) => Completions.OfFiles(".yaml", ".yml", ".json"),
        ["JOB"] = (_, _) => Completions.OfFiles(".yaml", ".yml", ".json"),
        ["DATASET"] = (_, line) => Completions.Of(JobWords.Datasets(line)),
        ["JOURNAL"] = (_, _) => Completions.OfFiles(".jsonl"),
        ["PATH"] = (_, _) => Completions.OfFiles(),
        ["--junit"] = (_, _) => Completions.OfFiles(".xml"),
        ["DATA"] = (_, _) => Completions.OfFiles(),
        ["A"] = (_, _) => Completions.OfFiles(),
        ["B"] = (_, _) => Completions.OfFiles(),
        ["FOLDER"] = (_, _) => new Completions([], new FilesWanted([], OnlyFolders: true)),
        ["SHELL"] = (_, _) => Completions.Of(CompletionScript.Shells),
        ["CODE"] = (_, _) => Completions.Of(DiagnosticIndex.All.Select(known => new Candidate(known.Code, DiagnosticPage.WithoutPlaces(known.Format)))),
        ["FILTER"] = (_, _) => Completions.Of(TypeLine.All.Select(line => new Candidate(line.Name, line.About))),
        ["PROVIDER/MODEL"] = (_, _) => Completions.Of(Providers),
        ["MEASURE=X"] = (_, _) => Completions.Of(Measure.Names.Select(name => $"{name}=")),
        ["NAME[:LEVEL]"] = (begun, _) => Completions.Of(SchemaWords.Compressions(begun)),
        ["NAME=VALUE"] = (_, line) => Completions.Of(SchemaWords.Parameters(line).Concat(JobWords.Parameters(line)).Select(name => $"{name}=")),
        ["N|TABLE=N"] = (_, line) => Completions.Of(SchemaWords.TablesWithRows(line).Select(name => $"{name}=")),
        ["--from"] = (_, _) => Completions.Of(ReadyMadeSchemas.Names),
        ["--table"] = (_, line) => Completions.Of(SchemaWords.Tables(line)),
        ["--tables"] = (begun, line) => Listed(begun, SchemaWords.Tables(line)),
    };

    /// <summary>Placeholders for what nobody can list: numbers, days, durations, names of one's own.</summary>
    public static readonly IReadOnlySet<string> Free = new HashSet<string>(StringComparer.Ordinal) { "N", "X", "T", "DATE", "I/N", "URL", "NAMESPACE" };

    /// <summary>Says whether values of an option or argument are completed, or known to be free.</summary>
    public static bool IsKnown(string name, string? placeholder) =>
        Values.ContainsKey(name) || placeholder is null || Values.ContainsKey(placeholder) || Free.Contains(placeholder) || Choices(placeholder).Length > 0;

    /// <param name="name">Of the option or argument.</param>
    /// <param name="placeholder">What stands for its value in help.</param>
    /// <param name="begun">What is written of the value.</param>
    public static Completions Complete(string name, string? placeholder, string begun, LineSoFar line)
    {
        if (Values.TryGetValue(name, out var byName))
            return byName(begun, line);
        if (placeholder is not null && Values.TryGetValue(placeholder, out var byPlaceholder))
            return byPlaceholder(begun, line);
        return Completions.Of(Choices(placeholder ?? ""));
    }

    // A placeholder such as 'csv|parquet|jsonl' lists the values themselves.
    private static string[] Choices(string placeholder) =>
        placeholder.Contains('|', StringComparison.Ordinal) && !placeholder.Any(char.IsUpper) ? placeholder.Split('|') : [];

    private static Completions Listed(string begun, IReadOnlyList<string> names)
    {
        string before = begun[..(begun.LastIndexOf(',') + 1)];
        string[] taken = before.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return Completions.Of(names.Where(name => !taken.Contains(name))).After(before);
    }
}
