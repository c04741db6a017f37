using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Cli;

/// <summary>The numbers the program ends with, and which wins when several hold.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Differences = 1;
    public const int Usage = 2;
    public const int Schema = 3;
    public const int RowsShort = 4;
    public const int Output = 5;
    public const int Model = 6;
    public const int Bug = 70;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    private static readonly int[] Precedence = [Bug, Interrupted, Terminated, Usage, Schema, Output, Model, RowsShort, Differences, Done];

    /// <summary>What each number says, for people.</summary>
    public static ImmutableArray<(string Codes, string Meaning)> Meanings { get; } =
    [
        ("0", "Done."),
        ("1", "'validate' or '--check' found differences, or 'compare' more than a threshold lets pass."),
        ("2", "The command line is wrong, or what it names is not there."),
        ("3", "The schema or the plan is wrong, or knowledge does not cover."),
        ("4", "Rows are short, or entries of knowledge: a rule or a budget stood in the way."),
        ("5", "Output: disk, lock, a dataset that differs, a name that is taken."),
        ("6", "The model: key refused, no answer, a reply missing in '--replay'."),
        ("70", "A bug of ours."),
        ("130, 143", "Interrupted, terminated; nothing is left behind."),
    ];

    /// <summary>Gives the first in precedence of several exit codes.</summary>
    public static int First(IEnumerable<int> codes)
    {
        HashSet<int> all = [.. codes];
        return Array.Find(Precedence, all.Contains);
    }

    /// <summary>Gives the exit code for a diagnostic found in a schema or request, before the first row.</summary>
    /// <remarks>A count that fails and a listed file that cannot be read are faults of the schema; a <c>--set</c> it does not know is one of the command line.</remarks>
    public static int BeforeRows(Diagnostic diagnostic)
    {
        if (diagnostic.Code == SchemaDiagnostics.UnknownOverride.Code)
            return Usage;
        return diagnostic.Code[2] is '3' or '4' or '5' ? Schema : DuringRun(diagnostic);
    }

    /// <summary>Gives the exit code for the diagnostic that ended a run.</summary>
    public static int DuringRun(Diagnostic diagnostic) => diagnostic.Code[2] switch
    {
        '1' or '2' or '7' => Schema,
        '3' or '4' => RowsShort,
        '5' => Output,
        '6' => Model,
        '8' when diagnostic.Code == InitDiagnostics.FileExists.Code || diagnostic.Code == RecordDiagnostics.ForeignFile.Code => Output,
        '8' => Usage,
        _ => Bug,
    };
}
