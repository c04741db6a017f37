using System.Text.Json;
using SynthData.Comparing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>A comparison as JSON: a figure is a number, or null where its measure has none of one side.</summary>
internal static class LikenessJson
{
    public static string ClassOf(ColumnLikeness column) => column.Class switch
    {
        CellClass.Category => "category",
        CellClass.Number => "number",
        CellClass.Moment => "moment",
        CellClass.Identifier => "identifier",
        _ => "text",
    };

    public static string MeasureOf(PairLikeness pair) => pair.IsRanked ? "rank-correlation" : "cramers-v";

    public static void Write(Utf8JsonWriter json, LikenessReport report)
    {
        json.WriteStartObject();
        json.WriteStartArray("tables");
        foreach (TableLikeness table in report.Tables)
            Write(json, table);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in report.Findings)
            JsonReport.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableLikeness table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        Write(json, "a", table.A);
        Write(json, "b", table.B);
        json.WriteStartArray("columns");
        foreach (ColumnLikeness column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (PairLikeness pair in table.Pairs)
            Write(json, pair);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string side, ComparedRows rows)
    {
        json.WriteStartObject(side);
        json.WriteNumber("rows", rows.Rows);
        json.WriteNumber("sampled", rows.Sampled);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ColumnLikeness column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("as", ClassOf(column));
        json.WriteStartArray("measures");
        foreach (MeasuredValue value in column.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", value.Name);
            Write(json, "a", value.A);
            Write(json, "b", value.B);
            json.WriteNumber("distance", value.Distance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PairLikeness pair)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        json.WriteStringValue(pair.First);
        json.WriteStringValue(pair.Second);
        json.WriteEndArray();
        json.WriteString("measure", MeasureOf(pair));
        json.WriteNumber("a", pair.A);
        json.WriteNumber("b", pair.B);
        json.WriteNumber("distance", pair.Distance);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
