using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Jobs;

namespace SynthData.Cli;

/// <summary>How an exception ends the program. The one place that turns exceptions into exit codes.</summary>
/// <param name="ExitCode">The number to end with.</param>
/// <param name="Diagnostics">What to print; empty for an interruption.</param>
/// <param name="Bug">The exception, when the fault is ours.</param>
internal sealed record Failure(int ExitCode, ImmutableArray<Diagnostic> Diagnostics, Exception? Bug = null)
{
    public static Failure Of(Exception exception, CancellationToken interruption) => exception switch
    {
        OperationCanceledException when interruption.IsCancellationRequested => new Failure(Cli.ExitCode.Interrupted, []),
        SchemaException wrong => OfSchema(wrong),
        JobException wrong => new Failure(Cli.ExitCode.Usage, [.. wrong.Diagnostics]),
        GenerationException ended => new Failure(Cli.ExitCode.DuringRun(ended.Diagnostic), [ended.Diagnostic]),
        FileNotFoundException { FileName: { } path } when !IsAssembly(path) => OfMissing(path),
        DirectoryNotFoundException missing => OfMissing(missing.Message),
        _ => new Failure(
            Cli.ExitCode.Bug,
            [BugDiagnostics.Unexpected.At(position: null, exception.GetType().Name, exception.Message)],
            exception),
    };

    private static Failure OfSchema(SchemaException wrong) => new(
        Cli.ExitCode.First(wrong.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(Cli.ExitCode.BeforeRows)),
        [.. wrong.Diagnostics]);

    // An assembly that is not there is a broken installation, not a path somebody wrote.
    private static bool IsAssembly(string name) => name.Contains(", Version=", StringComparison.Ordinal);

    private static Failure OfMissing(string path) =>
        new(Cli.ExitCode.Usage, [UsageDiagnostics.FileNotFound.At(position: null, path, "")]);
}
