using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Cli.Starters;

namespace SynthData.Cli.Commands;

/// <summary>What was written to start from, and what to try with it.</summary>
/// <param name="Files">The paths, the schema first.</param>
internal sealed record InitAnswer(StarterSchema Starter, ImmutableArray<string> Files, bool IsReadyMade) : CommandAnswer
{
    private ImmutableArray<NextCommand> Next =>
    [
        NextCommand.Of("Look at it", "preview", Files[0]),
        NextCommand.Of("Make it", "generate", Files[0]),
        IsReadyMade ? NextCommand.Of("See the plan", "plan", Files[0]) : NextCommand.Of("Change it", "types"),
    ];

    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        string what = IsReadyMade ? Starter.About : "a schema with comments, to change as you like";
        session.Remarks.Line($"{Files[0]}: {what}");
        foreach (string file in Files.Skip(1))
            session.Remarks.Line($"{file}: {(file.EndsWith(".json", StringComparison.Ordinal) ? "lets editors complete and check it" : "texts for its prompt columns")}");
        NextCommand.Print(Next, session.Remarks);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Starter.Name);
        json.WriteString("about", Starter.About);
        json.WriteStartArray("files");
        foreach (string file in Files)
            json.WriteStringValue(file);
        json.WriteEndArray();
        NextCommand.WriteJson(Next, json);
        json.WriteEndObject();
    }
}
