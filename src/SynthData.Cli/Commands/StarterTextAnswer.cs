using System.Text.Json;
using SynthData.Cli.Starters;

namespace SynthData.Cli.Commands;

/// <summary>A schema to start from on standard output, where nothing is written.</summary>
internal sealed record StarterTextAnswer(StarterSchema Starter) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(Starter.Text);

    // '-o -' and '--json' are refused together.
    public override void WriteJson(Utf8JsonWriter json) => json.WriteStringValue(Starter.Text);
}
