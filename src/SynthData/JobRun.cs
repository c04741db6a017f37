using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Output;

namespace SynthData;

/// <summary>Makes the datasets of a job, one after the other; each is a run of its own, and what is complete stays so whatever follows.</summary>
/// <remarks>Nothing is remembered between runs but what stands at the targets: manifests say what is done.</remarks>
internal sealed class JobRun(JobPlan plan, JobRunOptions options)
{
    private readonly Dictionary<string, JobOutcome> outcomes = new(StringComparer.Ordinal);
    private JobOutcome? stopped;

    /// <summary>Makes every chosen dataset that can be made.</summary>
    /// <returns>An outcome for every dataset of the plan, also where some failed or the run was interrupted.</returns>
    /// <exception cref="SchemaException">A model's key or server is missing (SD8), or a dataset that is needed is not there (SD8317): nothing was begun.</exception>
    public async Task<ImmutableArray<JobOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        await RefuseMissingNeedsAsync(cancellationToken);
        using JobModels models = JobModels.Open(plan, options);
        foreach (PlannedDataset dataset in plan.Datasets)
        {
            JobOutcome outcome = await OutcomeOfAsync(dataset, models, cancellationToken);
            outcomes.Add(dataset.Name, outcome);
            if (outcome.State == JobState.Interrupted || (outcome.State == JobState.Failed && dataset.Written.OnFailure == FailureChoice.Stop))
                stopped ??= outcome;
        }

        return [.. plan.Datasets.Select(dataset => outcomes[dataset.Name])];
    }

    private async Task<JobOutcome> OutcomeOfAsync(PlannedDataset dataset, JobModels models, CancellationToken cancellationToken)
    {
        if (!dataset.IsChosen)
            return new JobOutcome(dataset, JobState.LeftOut);
        if (stopped is not null)
            return NotBegun(dataset, stopped.State == JobState.Interrupted ? "the run was interrupted" : $"'{stopped.Dataset.Name}' failed");
        if (dataset.Written.Needs.FirstOrDefault(need => outcomes[need] is { IsThere: false, State: not JobState.LeftOut }) is { } missing)
            return NotBegun(dataset, $"it needs '{missing}'");
        if (cancellationToken.IsCancellationRequested)
            return new JobOutcome(dataset, JobState.Interrupted);
        return await new JobTry(dataset, options, models.Of(dataset)).RunAsync(cancellationToken);
    }

    private static JobOutcome NotBegun(PlannedDataset dataset, string why) => new(dataset, JobState.NotBegun) { Reason = why };

    // What '--only' leaves out has to be there already where it is needed.
    private async Task RefuseMissingNeedsAsync(CancellationToken cancellationToken)
    {
        var bag = new DiagnosticBag();
        foreach (PlannedDataset dataset in plan.Datasets.Where(dataset => dataset.IsChosen))
        {
            foreach (PlannedDataset needed in dataset.Written.Needs.Select(plan.Find).Where(needed => !needed.IsChosen))
            {
                DatasetState state = await needed.FindStandingAsync(cancellationToken);
                if (!state.IsComplete)
                    bag.Add(PlannedDataset.Tell(needed.Written, JobDiagnostics.NeedIncomplete.At(dataset.Written.At("needs"), dataset.Name, needed.Name, needed.Target, state.Difference ?? "there is none")));
            }
        }

        bag.ThrowIfErrors();
    }
}
