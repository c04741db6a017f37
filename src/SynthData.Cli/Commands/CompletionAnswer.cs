using System.Text.Json;

namespace SynthData.Cli.Commands;

/// <summary>A script for a shell.</summary>
internal sealed record CompletionAnswer(string Shell, string Script) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(Script);

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("shell", Shell);
        json.WriteString("script", Script);
        json.WriteEndObject();
    }
}
