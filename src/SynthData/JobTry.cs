using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Output;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Providers;

namespace SynthData;

/// <summary>Makes one dataset of a job, and tries again where its output or model failed.</summary>
internal sealed partial class JobTry(PlannedDataset dataset, JobRunOptions options, ChatConnection? connection)
{
    private readonly long begun = options.Clock.GetTimestamp();
    private ModelFigures? figures;
    private int tries;

    /// <summary>Makes it, and says how that ended. Never throws for what a run may tell.</summary>
    public async Task<JobOutcome> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            tries++;
            try
            {
                RunOutcome run = await MakeAsync(cancellationToken);
                return Ended(run.WasComplete ? JobState.Complete : JobState.Made, [.. run.Warnings, .. run.Fallbacks]) with { Run = run, Model = run.Model ?? figures };
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return Ended(JobState.Interrupted, []);
            }
            catch (SchemaException wrong)
            {
                return Ended(JobState.Failed, [.. wrong.Diagnostics]);
            }
            catch (GenerationException ended)
            {
                if (!await PausesAsync(ended.Diagnostic, cancellationToken))
                    return Ended(cancellationToken.IsCancellationRequested ? JobState.Interrupted : JobState.Failed, [ended.Diagnostic]);
            }
        }
    }

    private async Task<RunOutcome> MakeAsync(CancellationToken cancellationToken)
    {
        OutputTarget target = dataset.OutputTarget;
        RunOptions run = dataset.Model.AddTo(dataset.Options, connection) with
        {
            Clock = options.Clock,
            Logger = options.Logger,
            OnModelEnd = seen => figures = seen,
        };
        if (options.IsResumed && dataset.IsMadeAgain && await dataset.FindStandingAsync(cancellationToken) is { IsComplete: true } standing)
            return new RunOutcome(standing.Manifest!, WasComplete: true);
        return await options.Show(dataset, progress => dataset.Plan.RunAsync(target, run with { Progress = progress }, cancellationToken));
    }

    // What the schema or the rules made fail fails again; a disk, a database or a server may be there a minute later.
    private async Task<bool> PausesAsync(Diagnostic failure, CancellationToken cancellationToken)
    {
        JobRetries retries = dataset.Written.Retries;
        if (failure.Code[2] is not ('5' or '6') || tries > retries.Times)
            return false;
        TellRetry(options.Logger, dataset.Name, retries.Pause, tries, retries.Times, dataset.Written.WithoutSecrets(failure.Message));
        try
        {
            await Task.Delay(retries.Pause, options.Clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private JobOutcome Ended(JobState state, ImmutableArray<Diagnostic> told) => new(dataset, state)
    {
        Elapsed = options.Clock.GetElapsedTime(begun),
        Tries = tries,
        Model = figures,
        Diagnostics = [.. told.Select(diagnostic => PlannedDataset.Tell(dataset.Written, diagnostic))],
    };

    [LoggerMessage(8301, LogLevel.Warning, "{Dataset} is tried again in {Pause} ({Number} of {Times}): {Failure}")]
    private static partial void TellRetry(ILogger logger, string dataset, TimeSpan pause, int number, int times, string failure);
}
