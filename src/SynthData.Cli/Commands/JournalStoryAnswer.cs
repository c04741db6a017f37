using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Replies;

namespace SynthData.Cli.Commands;

/// <summary>One row's story, step by step.</summary>
internal sealed record JournalStoryAnswer(JournalStory Story) : CommandAnswer
{
    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        console.Line($"Table {Story.Table}, row {Story.RowIndex}");
        StoryStep? before = null;
        foreach (StoryStep step in Story.Steps)
        {
            console.Line();
            foreach (string wrong in step.Wrong)
                console.Line($"  rejected: {wrong}");
            if (before is null || !before.Known.SequenceEqual(step.Known))
                console.Line($"{step.Number}. The row: {Cells(step.Known)}");
            console.Line(
                $"{step.Number}. Asked {step.Model}, with {Others(step.RowsAsked)}, for {string.Join(", ", step.Asked.Select(cell => $"{cell.Column} ({Ordinal(cell.AskNumber)} ask)"))}");
            console.Line(step switch
            {
                { Reply: null } => "   No answer is kept.",
                { Answered: { } cells } => $"   Answered: {Cells(cells)}{How(step.Reply)}",
                _ => $"   The answer has no row {Story.RowIndex}.{How(step.Reply)}",
            });
            before = step;
        }

        console.Line();
        console.Line("It was not asked again.");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("table", Story.Table);
        json.WriteNumber("row", Story.RowIndex);
        json.WriteStartArray("steps");
        foreach (StoryStep step in Story.Steps)
            Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoryStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("record", step.Number);
        json.WriteString("model", step.Model);
        WriteCells(json, "known", step.Known);
        json.WriteStartObject("asked");
        foreach ((string column, int askNumber) in step.Asked)
            json.WriteNumber(column, askNumber);
        json.WriteEndObject();
        json.WriteStartArray("wrong");
        foreach (string wrong in step.Wrong)
            json.WriteStringValue(wrong);
        json.WriteEndArray();
        json.WriteNumber("rowsAsked", step.RowsAsked);
        json.WriteString("end", step.Reply is { } reply ? Word(reply.End) : null);
        json.WriteString("finish", step.Reply?.Finish);
        json.WriteNumber("tokensIn", step.Reply?.TokensIn ?? 0);
        json.WriteNumber("tokensOut", step.Reply?.TokensOut ?? 0);
        if (step.Answered is { } cells)
            WriteCells(json, "answered", cells);
        else
            json.WriteNull("answered");
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, string name, ImmutableArray<(string Name, string Json)> cells)
    {
        json.WriteStartObject(name);
        foreach ((string column, string value) in cells)
        {
            json.WritePropertyName(column);
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }

    private static string Cells(ImmutableArray<(string Name, string Json)> cells) =>
        cells.IsEmpty ? "nothing known" : string.Join(", ", cells.Select(cell => $"{cell.Name} = {cell.Json}"));

    private static string Others(int rows) => rows == 1 ? "no other row" : rows == 2 ? "one other row" : $"{rows - 1} other rows";

    private static string How(Reply? reply) => reply switch
    {
        null => "",
        { End: ReplyEnd.Whole } => $" [{reply.TokensIn} tokens in, {reply.TokensOut} out, for all its rows]",
        _ => $" [{Word(reply.End)}: {reply.TokensIn} tokens in, {reply.TokensOut} out, for all its rows]",
    };

    private static string Word(ReplyEnd end) => end switch
    {
        ReplyEnd.Whole => "whole",
        ReplyEnd.Cut => "cut",
        _ => "broken",
    };

    private static string Ordinal(int number) => number switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => $"{number}th",
    };
}
