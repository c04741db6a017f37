using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata run JOB</c></summary>
internal sealed class RunCommand : SynthDataCommand
{
    private readonly JobOptions job = new();

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Pass over what stands at its target whole, also where the job would overwrite, truncate or append",
        Arity = ArgumentArity.Zero,
    };

    public RunCommand()
        : base("run", "Make the datasets of a job, one after the other")
    {
        job.AddTo(this);
        Add(resume);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata run nightly.yaml --as-of 2025-01-31",
        "synthdata run nightly.yaml --as-of 2025-01-31 --resume",
        "synthdata run nightly.yaml --as-of 2025-01-31 --only orders",
    ];

    public override async Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        JobPlan plan = job.Plan(parsed, session);
        var run = new JobRun(plan, new JobRunOptions
        {
            IsResumed = parsed.GetValue(resume),
            Environment = session.Terminal.Environment,
            Clock = session.Terminal.Clock,
            Logger = TerminalLog.For(session),
            Show = (_, make) => ProgressDisplay.ShowAsync(session, make),
        });
        ImmutableArray<JobOutcome> outcomes = await run.RunAsync(cancellationToken);
        return new RunAnswer(plan, outcomes) { Diagnostics = [.. plan.Warnings, .. outcomes.SelectMany(outcome => outcome.Diagnostics)] };
    }
}
