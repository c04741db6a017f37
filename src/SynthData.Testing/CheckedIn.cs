using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;

namespace SynthData.Testing;

/// <summary>A dataset that stands in the repository of a test, with what its manifest says it was made with.</summary>
internal sealed class CheckedIn
{
    private readonly string path;
    private readonly OutputTarget target;
    private readonly RunManifest found;

    /// <exception cref="GenerationException">There is no dataset there (SD5031), or its manifest cannot be read.</exception>
    public CheckedIn(string path)
    {
        this.path = path;
        target = File.Exists(path) ? OutputTarget.File(path) : OutputTarget.Folder(path);
        DatasetLayout layout = DatasetLayout.For(target, shard: null);
        found = ExistingDataset.Read(layout) ?? throw new GenerationException(OutputDiagnostics.NothingToCheck.At(null, layout.ManifestPath));
    }

    /// <summary>Takes from the manifest what is asked of a schema and is not given.</summary>
    public FixtureOptions Complete(FixtureOptions options) => options with
    {
        Rows = options.Rows.Count > 0 ? options.Rows : found.Options.Rows,
        Scale = options.Scale == 1 ? found.Options.Scale : options.Scale,
        Tables = options.Tables.IsEmpty ? found.Options.Tables : options.Tables,
    };

    /// <summary>Compares it with what a plan makes.</summary>
    /// <exception cref="FixtureException">Tables or files differ.</exception>
    public void Check(GenerationPlan plan, string schema)
    {
        CheckReport report = Waiting.For(() => DatasetComparison.RunAsync(plan, target, new RunOptions { Threads = 1 }, CancellationToken.None));
        if (report.Findings.IsEmpty)
            return;
        ImmutableArray<string> otherwise = [.. Otherwise(report.Made)];
        throw new FixtureException(otherwise.IsEmpty
            ? report.Findings
            : [.. report.Findings, FixtureDiagnostics.MadeOtherwise.At(null, path, string.Join(", ", otherwise), $"'{schema}'")]);
    }

    private IEnumerable<string> Otherwise(RunManifest made)
    {
        if (found.Seed != made.Seed)
            yield return FormattableString.Invariant($"seed {found.Seed}, not {made.Seed}");
        if (found.AsOf != made.AsOf)
            yield return $"as_of {Day(found.AsOf)}, not {Day(made.AsOf)}";
        foreach (string name in found.Params.Keys.Union(made.Params.Keys).Where(name => found.Params.GetValueOrDefault(name) != made.Params.GetValueOrDefault(name)))
            yield return $"{name}={found.Params.GetValueOrDefault(name) ?? "(none)"}, not {made.Params.GetValueOrDefault(name) ?? "(none)"}";
        if (found.Options.Text != made.Options.Text)
            yield return $"text from {found.Options.Text ?? "what there is"}";
        if (found.Model is { } model)
            yield return $"the model {model.Name}, which is not asked";
        if (found.Tool != made.Tool)
            yield return $"version {found.Tool}, not {made.Tool}";
    }

    private static string Day(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "(none)";
}
