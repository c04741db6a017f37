using System.Globalization;
using SynthData.Schema;

namespace SynthData.Sources.Model.Replies;

/// <summary>Types in words a model understands; the same words serve the prompt and the message about a wrong value.</summary>
internal static class TypeWords
{
    public static string For(ColumnType type) => type.Kind switch
    {
        ColumnKind.String => "text",
        ColumnKind.Bool => "true or false",
        ColumnKind.Int32 or ColumnKind.Int64 => "whole number",
        ColumnKind.Double => "number",
        ColumnKind.Decimal => string.Create(
            CultureInfo.InvariantCulture,
            $"number with {type.Scale} {(type.Scale == 1 ? "decimal place" : "decimal places")} and at most {type.Precision - type.Scale} digits before them"),
        ColumnKind.Date => "date as YYYY-MM-DD",
        ColumnKind.Time => "time as HH:MM:SS",
        ColumnKind.Timestamp => "timestamp as YYYY-MM-DDTHH:MM:SS",
        ColumnKind.Uuid => "UUID",
        _ => "JSON",
    };
}
