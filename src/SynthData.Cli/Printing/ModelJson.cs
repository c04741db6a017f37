using System.Text.Json;
using SynthData.Planning;
using SynthData.Sources.Model;

namespace SynthData.Cli.Printing;

/// <summary>What a run had of its model, as JSON.</summary>
internal static class ModelJson
{
    /// <summary>Writes the member <c>model</c>.</summary>
    /// <param name="texts">How far texts differ, where that is known.</param>
    public static void Write(Utf8JsonWriter json, ModelFigures? model, IReadOnlyList<TextVariety> texts)
    {
        if (model is null)
        {
            json.WriteNull("model");
            return;
        }

        json.WriteStartObject("model");
        json.WriteString("name", model.Model);
        json.WriteString("journal", model.JournalPath);
        Write(json, "used", model.Used);
        Write(json, "fromJournal", model.FromJournal);
        json.WriteStartObject("bought");
        json.WriteNumber("calls", model.Sending.Calls);
        json.WriteNumber("tokensIn", model.Sending.Tokens.In);
        json.WriteNumber("tokensOut", model.Sending.Tokens.Out);
        json.WriteNumber("lost", model.Sending.Lost);
        json.WriteNumber("putOff", model.Sending.PutOff);
        if (model.Sending.Cost is { } cost)
            json.WriteNumber("money", cost);
        else
            json.WriteNull("money");
        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (TableFigures table in model.Tables)
            Write(json, table, texts.Where(text => text.Table == table.Table));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, CallFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("answers", figures.Calls);
        json.WriteNumber("tokensIn", figures.TokensIn);
        json.WriteNumber("tokensOut", figures.TokensOut);
        json.WriteNumber("tokensCached", figures.TokensCached);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableFigures table, IEnumerable<TextVariety> texts)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Table);
        json.WriteNumber("rows", table.Answered);
        json.WriteNumber("rightOnFirstAsk", table.FirstAsk);
        json.WriteNumber("firstAskShare", Math.Round(table.FirstAskShare, 6));
        json.WriteNumber("asksPerRow", Math.Round(table.AsksPerRow, 6));
        json.WriteNumber("callsPerRow", Math.Round(table.CallsPerRow, 6));
        json.WriteNumber("tokensPerRow", Math.Round(table.TokensPerRow, 6));
        json.WriteNumber("rowsOfFallbacks", table.FellBack);
        json.WriteStartArray("texts");
        foreach (TextVariety text in texts)
        {
            json.WriteStartObject();
            json.WriteString("column", text.Column);
            json.WriteNumber("rows", text.Rows);
            json.WriteNumber("duplicates", text.Duplicates);
            json.WriteNumber("nearDuplicates", text.NearDuplicates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RejectionsJson.Write(json, table.Rejected);
        json.WriteEndObject();
    }
}
