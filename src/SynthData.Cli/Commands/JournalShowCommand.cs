using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Journals;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata journal show JOURNAL --table T --row N</c></summary>
internal sealed class JournalShowCommand : SynthDataCommand
{
    private readonly Argument<string> journal = JournalCommand.FileArgument();
    private readonly TextOption table = new("--table", "T", "The table of the row");
    private readonly TextOption row = new("--row", "N", "The row, counted from 0");

    public JournalShowCommand()
        : base("show", "Tell one row's story: asked, answered, rejected why, asked again; without a row, what the journal holds")
    {
        Add(journal);
        Add(table);
        Add(row);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata journal show schemas/bike-shop.journal.jsonl --table customers --row 7",
        "synthdata journal show schemas/bike-shop.journal.jsonl",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        string? named = table.Value(parsed);
        long? number = row.Read(parsed, bag, "a whole number from 0", ArgumentText.Count);
        if (named is null && row.IsGiven(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, "--row", "--table");
        if (named is not null && !row.IsGiven(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, "--table", "--row");
        bag.ThrowIfErrors();
        string path = JournalCommand.Find(parsed.GetRequiredValue(journal));
        return Task.FromResult<CommandAnswer>(
            named is null ? new JournalSummaryAnswer(JournalSummary.Read(path)) : new JournalStoryAnswer(JournalStory.Read(path, named, number!.Value)));
    }
}
