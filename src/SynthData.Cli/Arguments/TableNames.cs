using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Cli.Arguments;

/// <summary>Tables named on the command line.</summary>
internal static class TableNames
{
    /// <summary>Finds a table, or reports that an option names one that is not there.</summary>
    public static TableSchema? Find(DatasetSchema schema, string name, string option, DiagnosticBag bag)
    {
        TableSchema? table = schema.Tables.FirstOrDefault(table => table.Name == name);
        if (table is null)
        {
            string[] known = [.. schema.Tables.Select(table => table.Name)];
            bag.Add(UsageDiagnostics.UnknownTable, position: null, option, name, string.Join(", ", known), Suggestion.For(name, known));
        }

        return table;
    }

    /// <summary>Reads <c>--tables a,b</c>, which may be repeated.</summary>
    public static ImmutableArray<string> Read(TextOption option, ParseResult parsed, DatasetSchema schema, DiagnosticBag bag)
    {
        ImmutableArray<string>.Builder tables = ImmutableArray.CreateBuilder<string>();
        foreach (string name in option.Values(parsed).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (Find(schema, name, option.Name, bag) is null)
                continue;
            if (tables.Contains(name))
                bag.Add(UsageDiagnostics.NamedTwice, position: null, option.Name, name);
            else
                tables.Add(name);
        }

        return tables.ToImmutable();
    }
}
