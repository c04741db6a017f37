using System.CommandLine;
using SynthData.Diagnostics;
using SynthData.Jobs;

namespace SynthData.Cli.Arguments;

/// <summary>The job, and what is handed to it: its params, its day, and which of its datasets are meant.</summary>
internal sealed class JobOptions
{
    private readonly Argument<string> job = new("JOB") { Description = "The job: a YAML or JSON file" };

    private readonly TextOption only = new("--only", "DATASET", "Make this dataset and no other; may be repeated") { MayRepeat = true };

    private readonly TextOption set = SetOption.Of("job");

    private readonly TextOption asOf = new("--as-of", "DATE", "The job's day, as 2025-01-31");

    public void AddTo(Command command)
    {
        command.Add(job);
        command.Add(only);
        command.Add(set);
        command.Add(asOf);
    }

    /// <summary>Reads the job with its schemas, and plans its datasets.</summary>
    /// <exception cref="SchemaException">Something is wrong; carries everything found, of all datasets.</exception>
    public JobPlan Plan(ParseResult parsed, Session session)
    {
        DiagnosticBag bag = new();
        DateOnly? day = asOf.Read(parsed, bag, "a day such as 2025-01-31", ArgumentText.Day);
        var request = new JobRequest(SetOption.Read(set, parsed, bag), day, session.Terminal.Environment);
        string path = parsed.GetRequiredValue(job);
        SchemaFile.ThrowUnlessReadable(path, bag);
        return Plan(path, request, only.Values(parsed), bag);
    }

    /// <summary>Reads a job and plans its datasets.</summary>
    /// <exception cref="JobException">The job is wrong; carries what is wrong with its schemas as well.</exception>
    /// <exception cref="SchemaException">A schema or plan is.</exception>
    public static JobPlan Plan(string path, JobRequest request, IReadOnlyCollection<string> only, DiagnosticBag bag)
    {
        JobFile? job = JobReader.ReadFile(path, request, bag);
        bool isRight = !bag.HasErrors;
        JobPlan? plan = job is null ? null : new JobPlanner(job, only, bag).Plan();
        if (!isRight)
            throw new JobException(bag.InFileOrder());
        bag.ThrowIfErrors();
        return plan!;
    }
}
