using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Output;

namespace SynthData;

/// <summary>A dataset of a job, ready to be made.</summary>
/// <param name="Options">How its plan is carried out; what concerns the run as a whole is added by it.</param>
internal sealed record PlannedDataset(JobDataset Written, GenerationPlan Plan, OutputPlace Place, ModelChoice Model, RunOptions Options)
{
    public string Name => Written.Name;

    /// <summary>Whether it is to be made: <c>--only</c> leaves the others alone.</summary>
    public bool IsChosen { get; init; } = true;

    /// <summary>Where it goes, for people: a folder's or file's path, or a database's URL with variables by their names.</summary>
    public string Target => Written.Output.Written;

    /// <summary>The path of a file of the manifest, for people.</summary>
    public string PathOf(string file) => Written.WithoutSecrets(Place.PathOf(file));

    public OutputTarget OutputTarget => Place.Target(Stream.Null);

    /// <summary>Whether it is made again although it stands at its target.</summary>
    public bool IsMadeAgain => Options.Overwrite || Place.Database.Existing != ExistingRows.Refuse;

    /// <summary>Compares what stands at its target with what it would be.</summary>
    /// <exception cref="GenerationException">What stands there cannot be read (SD5).</exception>
    public async Task<DatasetState> FindStandingAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await StandingDataset.FindAsync(Plan, OutputTarget, Options, cancellationToken);
        }
        catch (GenerationException unreadable)
        {
            throw new GenerationException(Tell(Written, unreadable.Diagnostic), unreadable.InnerException);
        }
    }

    /// <summary>What a diagnostic may say of it: at the job where no other file has a part in it, and without what came from the environment.</summary>
    public static Diagnostic Tell(JobDataset written, Diagnostic diagnostic) => diagnostic with
    {
        Position = diagnostic.Position ?? written.Position,
        Message = written.WithoutSecrets(diagnostic.Message),
        Fix = written.WithoutSecrets(diagnostic.Fix),
    };
}
