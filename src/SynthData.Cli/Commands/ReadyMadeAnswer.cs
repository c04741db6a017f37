using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Cli.Starters;

namespace SynthData.Cli.Commands;

/// <summary>The schemas that come with the program, a line each.</summary>
internal sealed record ReadyMadeAnswer(ImmutableArray<StarterSchema> Schemas) : CommandAnswer
{
    public override void Print(Session session)
    {
        Table grid = Grids.Open("name", "about");
        foreach (StarterSchema schema in Schemas)
            grid.Add(schema.Name, schema.About);
        session.Results.Draw(grid);
        NextCommand.Print([NextCommand.Of("Take one", "init", "--from", Schemas[0].Name)], session.Results);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (StarterSchema schema in Schemas)
        {
            json.WriteStartObject();
            json.WriteString("name", schema.Name);
            json.WriteString("about", schema.About);
            json.WriteBoolean("hasKnowledge", schema.Knowledge is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
