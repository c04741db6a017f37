using System.CommandLine;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Cli.Arguments;

/// <summary>How the tables of a database are met: <c>--create</c>, <c>--truncate</c>, <c>--append</c>.</summary>
internal sealed class DatabaseChoice
{
    private readonly Option<bool> create = Flag("--create", "Make the tables that the database lacks, or begin an SQL script with them; with keys and references");

    private readonly Option<bool> truncate = Flag("--truncate", "Remove the rows of the database's tables first, in the same transaction");

    private readonly Option<bool> append = Flag("--append", "Keep the rows of the database's tables; sequence keys go on after the greatest there");

    public void AddTo(Command command)
    {
        command.Add(create);
        command.Add(truncate);
        command.Add(append);
    }

    public bool IsCreate(ParseResult parsed) => parsed.GetValue(create);

    /// <summary>Reads the options; one that would do nothing is told.</summary>
    /// <param name="isScript">An SQL script is written, which may make tables.</param>
    public DatabaseOptions Read(ParseResult parsed, bool isDatabase, bool isScript, DiagnosticBag bag)
    {
        foreach (Option<bool> flag in (Option<bool>[])[create, truncate, append])
        {
            if (parsed.GetValue(flag) && !isDatabase && !(isScript && flag == create))
                bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, flag.Name, Needed(flag));
        }

        if (parsed.GetValue(truncate) && parsed.GetValue(append))
            bag.Add(UsageDiagnostics.OutputConflict, position: null, truncate.Name, append.Name);
        return new DatabaseOptions
        {
            Create = parsed.GetValue(create),
            Existing = parsed.GetValue(append) ? ExistingRows.Append : parsed.GetValue(truncate) ? ExistingRows.Truncate : ExistingRows.Refuse,
        };
    }

    private string Needed(Option<bool> flag) => $"{(flag == create ? "--format sql, " : "")}-o sqlite:FILE or -o postgres://USER@HOST/DB";

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };
}
