using System.CommandLine;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Cli.Arguments;

/// <summary><c>--rows N</c> and <c>--rows TABLE=N</c>, and so <c>--rows-from</c>: a number for a table with rows of its own.</summary>
internal static class RowsOption
{
    public const string Expected = "a whole number, or TABLE=N";

    /// <summary>Resolves the values against the schema's tables.</summary>
    public static Dictionary<string, long> Resolve(TextOption option, ParseResult parsed, DatasetSchema schema, DiagnosticBag bag)
    {
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (string text in option.Values(parsed))
        {
            int equals = text.LastIndexOf('=');
            if (ArgumentText.Count(text[(equals + 1)..]) is not { } count || equals == 0)
                bag.Add(UsageDiagnostics.InvalidValue, position: null, option.Name, text, Expected);
            else if ((equals < 0 ? OnlyTable(schema, option.Name, text, bag) : NamedTable(schema, option.Name, text[..equals], count, bag)) is { } table && !rows.TryAdd(table, count))
                bag.Add(UsageDiagnostics.NamedTwice, position: null, option.Name, table);
        }

        return rows;
    }

    private static string? OnlyTable(DatasetSchema schema, string option, string number, DiagnosticBag bag)
    {
        string[] own = [.. schema.Tables.Where(table => table.Rows is FixedRows).Select(table => table.Name)];
        if (own.Length == 1)
            return own[0];
        bag.Add(UsageDiagnostics.RowsNeedTable, position: null, number, own.Length == 0 ? "none" : string.Join(", ", own), option);
        return null;
    }

    private static string? NamedTable(DatasetSchema schema, string option, string name, long count, DiagnosticBag bag)
    {
        string number = count.ToString(CultureInfo.InvariantCulture);
        switch (TableNames.Find(schema, name, option, bag)?.Rows)
        {
            case FixedRows:
                return name;
            case RowsPer per:
                bag.Add(UsageDiagnostics.RowsFollowParent, position: null, name, number, Root(schema, name, per), option);
                return null;
            case not null:
                bag.Add(UsageDiagnostics.RowsAreListed, position: null, name, number, option);
                return null;
            default:
                return null;
        }
    }

    // A cycle of parents is an error of the plan; here it only must not loop.
    private static string Root(DatasetSchema schema, string name, RowsPer per)
    {
        string at = name;
        RowsSchema rows = per;
        for (int step = 0; rows is RowsPer next && step < schema.Tables.Length; step++)
        {
            at = Parent(schema, at, next);
            rows = schema.Tables.FirstOrDefault(table => table.Name == at)?.Rows ?? per;
        }

        return at;
    }

    // 'per' names a table, or the column of this table that refers to it.
    private static string Parent(DatasetSchema schema, string child, RowsPer per)
    {
        if (schema.Tables.Any(table => table.Name == per.Parent))
            return per.Parent;
        ColumnSchema? column = schema.Tables.First(table => table.Name == child).Columns.FirstOrDefault(column => column.Names.Contains(per.Parent));
        return column?.Source is ReferenceSource reference ? reference.Targets[0].Table : per.Parent;
    }
}
