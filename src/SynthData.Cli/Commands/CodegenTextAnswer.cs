using System.Text.Json;

namespace SynthData.Cli.Commands;

/// <summary>Record types on standard output, where nothing is written.</summary>
internal sealed record CodegenTextAnswer(string Text) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(Text);

    // '-o -' and '--json' are refused together.
    public override void WriteJson(Utf8JsonWriter json) => json.WriteStringValue(Text);
}
