using System.Collections.Immutable;

namespace SynthData.Output.Databases;

/// <summary>Says how a table that exists is not the one that is to be written.</summary>
internal static class TableFit
{
    /// <summary>Describes every difference; null where rows of the definition can be written.</summary>
    public static string? DifferenceOf(TableDefinition table, ImmutableArray<DatabaseColumn> found, IDatabase database)
    {
        IEnumerable<string> lacking = table.Columns.Where(column => Find(found, column.Name) is null)
            .Select(column => $"it has no column '{column.Name}' ({column.Type})");
        IEnumerable<string> retyped =
            from column in table.Columns
            let there = Find(found, column.Name)
            where there is not null && !database.Takes(there, column.Type)
            select $"its column '{column.Name}' is {there.Type}, which does not take {column.Type}";
        IEnumerable<string> wanting = found.Where(there => !there.IsOptional && table.Columns.All(column => column.Name != there.Name))
            .Select(there => $"its column '{there.Name}' ({there.Type}) needs a value, and the schema has none for it");
        string[] differences = [.. lacking, .. retyped, .. wanting];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }

    private static DatabaseColumn? Find(ImmutableArray<DatabaseColumn> columns, string name) => columns.FirstOrDefault(column => column.Name == name);
}
