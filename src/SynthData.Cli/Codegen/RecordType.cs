using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Cli.Codegen;

/// <summary>A record type for the rows of a table.</summary>
internal sealed record RecordType(string Name, TableSchema Table, ImmutableArray<RecordProperty> Properties)
{
    /// <summary>Members that every record has; a property of their name would not compile, or hide one.</summary>
    private static readonly string[] OwnMembers =
    [
        "Clone", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    ];

    /// <summary>The types of a dataset's written tables, in the schema's order.</summary>
    public static ImmutableArray<RecordType> Of(ImmutableArray<TableShape> shapes)
    {
        ImmutableArray<string> names = NamesOf([.. shapes.Select((shape, index) => CodeNames.Of(shape.Table.Name, $"Table{index + 1}"))]);
        return [.. shapes.Zip(names, (shape, name) => new RecordType(name, shape.Table, PropertiesOf(name, shape)))];
    }

    // Of two tables with one singular, such as 'status' and 'statuses', the one that is singular has it.
    private static ImmutableArray<string> NamesOf(ImmutableArray<string> plurals)
    {
        ImmutableArray<string> singulars = [.. plurals.Select(Singular.OfName)];
        HashSet<string> taken = new(StringComparer.Ordinal);
        return [.. plurals.Zip(singulars, (plural, single) => CodeNames.Free(singulars.Count(other => other == single) > 1 ? plural : single, taken))];
    }

    private static ImmutableArray<RecordProperty> PropertiesOf(string record, TableShape shape)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        return
        [
            .. shape.Columns.Select((column, index) =>
                new RecordProperty(CodeNames.Free(NameOf(column, index, record), taken), column, SummaryOf(column, shape.Table))),
        ];
    }

    // No member may be called as its type.
    private static string NameOf(RowColumn column, int index, string record)
    {
        string name = CodeNames.Of(column.Name, $"Column{index + 1}");
        return name == record || OwnMembers.Contains(name) ? $"{name}Value" : name;
    }

    private static string SummaryOf(RowColumn column, TableSchema table) =>
        table.Columns.FirstOrDefault(written => written.Names.Contains(column.Name))?.About ?? "";
}
