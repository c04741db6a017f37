using System.Text.Json;
using SynthData.Rules.Sql;

namespace SynthData.Cli.Commands;

/// <summary>A schema's rules as SQL.</summary>
internal sealed record RuleScriptAnswer(RuleScript Script) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(Script.ToString());

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Script.Dataset);
        json.WriteStartArray("views");
        foreach (string view in Script.Views)
            json.WriteStringValue(view);
        json.WriteEndArray();
        json.WriteStartArray("queries");
        foreach (RuleQuery query in Script.Queries)
        {
            json.WriteStartObject();
            json.WriteString("table", query.Table);
            json.WriteString("rule", query.Rule);
            json.WriteString("sql", query.Sql);
            json.WriteString("whyNot", query.WhyNot);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
