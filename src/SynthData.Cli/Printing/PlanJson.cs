using System.Globalization;
using System.Text.Json;
using SynthData.Planning;

namespace SynthData.Cli.Printing;

/// <summary>A plan as JSON.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, PlanReport report, CompileReport? compiled)
    {
        json.WriteStartObject();
        json.WriteString("dataset", report.Dataset);
        json.WriteNumber("seed", report.Seed);
        json.WriteNumber("generator", report.Generator);
        json.WriteString("asOf", report.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("rows", report.Rows);
        json.WriteStartArray("tables");
        foreach (TableReport table in report.Tables)
            Write(json, table);
        json.WriteEndArray();
        if (report.Model is { } model)
            Write(json, model);
        else
            json.WriteNull("model");
        CompileJson.Write(json, compiled);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableReport table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteNumber("rows", table.Rows);
        json.WriteString("rowsFrom", table.RowsFrom);
        json.WriteBoolean("written", table.IsWritten);
        json.WriteStartArray("columns");
        foreach (ColumnReport column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("stages");
        foreach (string stage in table.Stages)
            json.WriteStringValue(stage);
        json.WriteEndArray();
        json.WriteString("unsolved", table.Unsolved);
        json.WriteStartArray("defaultAxes");
        foreach (string axis in table.DefaultAxes)
            json.WriteStringValue(axis);
        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (RuleReport rule in table.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("means", rule.Means);
            json.WriteNumber("probed", rule.Probed);
            json.WriteNumber("rejected", rule.Rejected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ColumnReport column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type);
        json.WriteString("source", column.Source);
        json.WriteString("detail", column.Detail);
        json.WriteBoolean("prefixStable", column.IsPrefixStable);
        if (column.ShareCut is { } share)
            json.WriteNumber("shareCut", share);
        else
            json.WriteNull("shareCut");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ModelEstimate model)
    {
        json.WriteStartObject("model");
        json.WriteString("name", model.Model);
        json.WriteNumber("cells", model.Cells);
        json.WriteNumber("calls", model.Calls);
        json.WriteNumber("tokensIn", model.TokensIn);
        json.WriteNumber("tokensOut", model.TokensOut);
        json.WriteString("countedBy", model.Scale);
        if (model.Cost is { } cost)
            json.WriteNumber("money", cost);
        else
            json.WriteNull("money");
        if (model.Least is { } least)
            json.WriteNumber("leastMinutes", Math.Round(least.TotalMinutes, 3));
        else
            json.WriteNull("leastMinutes");
        json.WriteStartArray("tables");
        foreach (TableEstimate table in model.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Table);
            json.WriteNumber("cells", table.Cells);
            json.WriteNumber("calls", table.Calls);
            json.WriteNumber("tokensIn", table.TokensIn);
            json.WriteNumber("tokensOut", table.TokensOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
