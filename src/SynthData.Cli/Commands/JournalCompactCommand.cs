using System.CommandLine;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Sources.Model.Journals;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata journal compact JOURNAL</c></summary>
internal sealed class JournalCompactCommand : SynthDataCommand
{
    private readonly Argument<string> journal = JournalCommand.FileArgument();

    public JournalCompactCommand()
        : base("compact", "Write a journal anew without what serves nothing; runs and replays give the same as before")
    {
        Add(journal);
    }

    public override IReadOnlyList<string> Examples { get; } = ["synthdata journal compact schemas/bike-shop.journal.jsonl"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string path = JournalCommand.Find(parsed.GetRequiredValue(journal));
        return Task.FromResult<CommandAnswer>(new JournalCompactionAnswer(path, JournalCompaction.Run(path)));
    }
}

/// <summary>What a journal lost.</summary>
internal sealed record JournalCompactionAnswer(string Path, JournalCompaction Done) : CommandAnswer
{
    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        session.Remarks.Line($"{Path}: {Words.Bytes(Done.BytesBefore)} became {Words.Bytes(Done.BytesAfter)}, {Words.Number(Done.Kept)} records kept");
        session.Remarks.Line(
            $"Dropped: {Words.Number(Done.DroppedAsks)} questions without an answer or asked twice, {Words.Number(Done.DroppedReplies)} second answers, "
                + $"{Words.Number(Done.DroppedRefusals)} repeated refusals");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("journal", Path);
        json.WriteNumber("bytesBefore", Done.BytesBefore);
        json.WriteNumber("bytesAfter", Done.BytesAfter);
        json.WriteNumber("kept", Done.Kept);
        json.WriteNumber("droppedAsks", Done.DroppedAsks);
        json.WriteNumber("droppedReplies", Done.DroppedReplies);
        json.WriteNumber("droppedRefusals", Done.DroppedRefusals);
        json.WriteEndObject();
    }
}
