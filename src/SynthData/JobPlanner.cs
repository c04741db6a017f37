using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Sources.Model.Providers;

namespace SynthData;

/// <summary>Reads the schemas of a job and plans its datasets; tells everything wrong with all of them at once.</summary>
/// <param name="only">The datasets to be made; all when empty.</param>
internal sealed class JobPlanner(JobFile job, IReadOnlyCollection<string> only, DiagnosticBag bag)
{
    /// <summary>Plans the datasets; those that could not be planned are told of and missing.</summary>
    public JobPlan Plan()
    {
        string[] names = [.. job.Datasets.Select(dataset => dataset.Name)];
        foreach (string name in only.Where(name => !names.Contains(name)))
            bag.Add(JobDiagnostics.UnknownDataset, position: null, name, Suggestion.For(name, names), string.Join(", ", names));

        // What a chosen dataset needs is planned too: whether it is complete follows from what it would be.
        HashSet<string> chosen = only.Count == 0 ? [.. names] : [.. only];
        HashSet<string> needed = [.. job.Datasets.Where(dataset => chosen.Contains(dataset.Name)).SelectMany(dataset => dataset.Needs)];
        var planned = ImmutableArray.CreateBuilder<PlannedDataset>();
        foreach (JobDataset dataset in job.Datasets.Where(dataset => !job.IsIncomplete && !dataset.IsIncomplete && (chosen.Contains(dataset.Name) || needed.Contains(dataset.Name))))
        {
            if (TryPlan(dataset) is { } plan)
                planned.Add(plan with { IsChosen = chosen.Contains(dataset.Name) });
        }

        JobTables.RefuseShared(planned, bag);
        return new JobPlan(job, planned.ToImmutable());
    }

    private PlannedDataset? TryPlan(JobDataset written)
    {
        try
        {
            return Plan(written);
        }
        catch (SchemaException wrong)
        {
            bag.AddRange(wrong.Diagnostics.Select(diagnostic => PlannedDataset.Tell(written, diagnostic)));
        }
        catch (GenerationException ended)
        {
            bag.Add(PlannedDataset.Tell(written, ended.Diagnostic));
        }

        return null;
    }

    private PlannedDataset? Plan(JobDataset written)
    {
        if (!IsThere(written))
            return null;
        Dataset dataset = Dataset.Open(written.Schema.Value, written.Set);
        OutputPlace place = JobOutputs.PlaceOf(written, bag);
        ModelChoice model = ModelOf(written);
        if (model.Name is { } name)
            ModelName.Parse(name);
        var rows = new JobTables(written, dataset.Schema, bag);
        GenerationRequest request = rows.AddTo(new GenerationRequest
        {
            Seed = written.Seed,
            Scale = written.Scale ?? 1,
            Tables = written.Tables,
            AsOf = written.AsOf,
            Text = written.Model.Text switch { "row" => TextSource.Row, "knowledge" => TextSource.Knowledge, "fallback" => TextSource.Fallback, _ => null },
            TextRows = written.Model.TextRows,
            Model = written.Model.Name,
            IsReplay = written.Model.IsReplay,
            IsStrict = written.IsStrict,
        });
        GenerationPlan plan = dataset.Plan(request);
        RunOptions options = JobOutputs.OptionsOf(written, place);
        FormatChoice format = FormatChoice.For(options, place.Target(Stream.Null), shard: null);        // what does not go together is told now
        string[] tables = [.. plan.Run.InOrder.Where(table => table.IsWritten).Select(table => table.Name)];
        if (place.Kind == OutputKind.File && !format.IsScript && tables.Length != 1)
            bag.Add(JobDiagnostics.NeedsOneTable, written.At("output"), written.Output.Written, $"{tables.Length} tables", string.Join(", ", tables));
        return new PlannedDataset(written, plan, place, model, options);
    }

    private bool IsThere(JobDataset written)
    {
        if (File.Exists(written.Schema.Value))
            return true;
        string folder = Path.GetDirectoryName(written.Schema.Value) is { Length: > 0 } named ? named : ".";
        IEnumerable<string> neighbours = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Select(file => folder == "." ? Path.GetFileName(file) : file.Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
        bag.Add(JobDiagnostics.SchemaMissing, written.Schema.Position, written.Name, written.Schema.Written, Suggestion.For(written.Schema.Written, neighbours));
        return false;
    }

    private static ModelChoice ModelOf(JobDataset written)
    {
        JobLimits limits = written.Model.Limits;
        var defaults = new ModelLimits();
        return new ModelChoice
        {
            Name = written.Model.Name,
            BaseUrl = written.Model.BaseUrl?.Value,
            Silence = written.Model.Timeout,
            IsReplay = written.Model.IsReplay,
            JournalPath = written.Model.Journal,
            Limits = new ModelLimits
            {
                MaxCalls = limits.Calls,
                TokenBudget = limits.Tokens,
                MaxCost = limits.Cost,
                PriceIn = limits.PriceIn,
                PriceOut = limits.PriceOut,
                RequestsPerMinute = limits.RequestsPerMinute,
                TokensPerMinute = limits.TokensPerMinute,
                Concurrency = limits.Concurrency ?? defaults.Concurrency,
                Patience = limits.Patience ?? defaults.Patience,
            },
        };
    }
}
