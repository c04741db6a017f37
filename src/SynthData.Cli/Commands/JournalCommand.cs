using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata journal</c>: what can be done with the answers that were kept.</summary>
internal sealed class JournalCommand : Command
{
    public JournalCommand()
        : base("journal", "Look into the answers kept of a model: one row's story, what there is, and without what serves nothing")
    {
        Add(new JournalShowCommand());
        Add(new JournalVerifyCommand());
        Add(new JournalCompactCommand());
    }

    public static Argument<string> FileArgument() => new("JOURNAL") { Description = "The journal's file, such as schemas/bike-shop.journal.jsonl" };

    /// <exception cref="SchemaException">There is no such file.</exception>
    public static string Find(string path)
    {
        DiagnosticBag bag = new();
        InputPath.AddUnlessFile(path, bag, opens: false);
        bag.ThrowIfErrors();
        return path;
    }
}
