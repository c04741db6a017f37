using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Codegen;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary>Which record types were written, and where.</summary>
/// <param name="IsChanged">False where the file said the same already.</param>
internal sealed record CodegenAnswer(string Dataset, string Path, ImmutableArray<RecordType> Types, bool IsChanged) : CommandAnswer
{
    /// <summary>The command that tells when schema and types drift apart.</summary>
    public required NextCommand Next { get; init; }

    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        session.Remarks.Line($"{Dataset}: {Path} {(IsChanged ? "holds" : "held already")} {string.Join(", ", Types.Select(type => type.Name))}");
        NextCommand.Print([Next], session.Remarks);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteString("path", Path);
        json.WriteBoolean("isChanged", IsChanged);
        json.WriteStartArray("types");
        foreach (RecordType type in Types)
        {
            json.WriteStartObject();
            json.WriteString("table", type.Table.Name);
            json.WriteString("name", type.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        NextCommand.WriteJson([Next], json);
        json.WriteEndObject();
    }
}
