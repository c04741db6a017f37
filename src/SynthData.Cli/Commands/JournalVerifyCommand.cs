using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Sources.Model.Journals;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata journal verify JOURNAL</c></summary>
internal sealed class JournalVerifyCommand : SynthDataCommand
{
    private readonly Argument<string> journal = JournalCommand.FileArgument();

    public JournalVerifyCommand()
        : base("verify", "Read all of a journal, check every line, and say what it holds")
    {
        Add(journal);
    }

    public override IReadOnlyList<string> Examples { get; } = ["synthdata journal verify schemas/bike-shop.journal.jsonl"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Task.FromResult<CommandAnswer>(new JournalSummaryAnswer(JournalSummary.Read(JournalCommand.Find(parsed.GetRequiredValue(journal)))));
}

/// <summary>What a journal holds.</summary>
internal sealed record JournalSummaryAnswer(JournalSummary Summary) : CommandAnswer
{
    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        console.Line($"{Summary.Path}: {Words.Bytes(Summary.Bytes)}, {Words.Number(Summary.Records)} records, every checksum fits");
        Table grid = Grids.Open("model", "table", "answers#", "cut#", "broken#", "rows#", "tokens in#", "tokens out#");
        foreach (JournalTable table in Summary.Tables)
        {
            grid.Add(
                table.Model, table.Table, Words.Number(table.Replies), Words.Number(table.Cut), Words.Number(table.Broken), Words.Number(table.Rows),
                Words.Number(table.TokensIn), Words.Number(table.TokensOut));
        }

        if (!Summary.Tables.IsEmpty)
            console.Draw(grid);
        if (Summary.Unanswered > 0)
            console.Line($"Sent and without an answer here: {Words.Number(Summary.Unanswered)}");
        foreach (string refused in Summary.Refused)
            console.Line($"Refused by the server of {refused}");
        if (Summary.TornBytes > 0)
            console.Line($"The last line was torn by a crash ({Words.Number(Summary.TornBytes)} bytes); the next run cuts it.");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("journal", Summary.Path);
        json.WriteNumber("bytes", Summary.Bytes);
        json.WriteNumber("records", Summary.Records);
        json.WriteStartArray("tables");
        foreach (JournalTable table in Summary.Tables)
        {
            json.WriteStartObject();
            json.WriteString("model", table.Model);
            json.WriteString("table", table.Table);
            json.WriteNumber("answers", table.Replies);
            json.WriteNumber("cut", table.Cut);
            json.WriteNumber("broken", table.Broken);
            json.WriteNumber("rows", table.Rows);
            json.WriteNumber("tokensIn", table.TokensIn);
            json.WriteNumber("tokensOut", table.TokensOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("unanswered", Summary.Unanswered);
        json.WriteStartArray("refused");
        foreach (string refused in Summary.Refused)
            json.WriteStringValue(refused);
        json.WriteEndArray();
        json.WriteNumber("tornBytes", Summary.TornBytes);
        json.WriteEndObject();
    }
}
