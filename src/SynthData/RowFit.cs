using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData;

/// <summary>Whether a record type and a table still belong together, told before the first row is made.</summary>
internal static class RowFit
{
    private const int MaxTold = 12;

    /// <summary>Gives, by column of the type, the place of the column in a batch.</summary>
    /// <exception cref="SchemaException">The type does not fit the table (SD8401).</exception>
    public static int[] Places(ImmutableArray<RowColumn> ours, string type, DatasetPlan plan, TablePlan table)
    {
        ImmutableArray<RowColumn> theirs = TableShapes.Of(plan, table);
        ImmutableArray<string> faults = [.. Faults(ours, theirs)];
        if (!faults.IsEmpty)
        {
            string told = string.Join("; ", faults.Take(MaxTold)) + (faults.Length > MaxTold ? $"; and {faults.Length - MaxTold} more" : "");
            throw new SchemaException([RecordDiagnostics.DoesNotFit.At(table.Schema.Position, type, table.Name, told, table.Schema.Position.File)]);
        }

        Dictionary<string, int> places = theirs.Select((column, place) => (column.Name, place)).ToDictionary(StringComparer.Ordinal);
        return [.. ours.Select(column => places[column.Name])];
    }

    /// <summary>What C# calls the cells of a column.</summary>
    public static string TypeName(ColumnKind kind) => kind switch
    {
        ColumnKind.Bool => "bool",
        ColumnKind.Int32 => "int",
        ColumnKind.Int64 => "long",
        ColumnKind.Double => "double",
        ColumnKind.Decimal => "decimal",
        ColumnKind.Date => nameof(DateOnly),
        ColumnKind.Time => nameof(TimeOnly),
        ColumnKind.Timestamp => nameof(DateTime),
        ColumnKind.Uuid => nameof(Guid),
        _ => "string",
    };

    // A property that takes null where no cell is null holds every row all the same.
    private static IEnumerable<string> Faults(ImmutableArray<RowColumn> ours, ImmutableArray<RowColumn> theirs)
    {
        foreach (RowColumn column in theirs)
        {
            RowColumn? known = ours.FirstOrDefault(our => our.Name == column.Name);
            string type = TypeName(column.Kind);
            if (known is null)
                yield return $"column '{column.Name}' ({type}{(column.IsNullable ? "?" : "")}) is new";
            else if (TypeName(known.Kind) != type)
                yield return $"column '{column.Name}' is {type} and was {TypeName(known.Kind)}";
            else if (column.IsNullable && !known.IsNullable)
                yield return $"column '{column.Name}' may be null and could not be";
        }

        foreach (RowColumn column in ours.Where(our => theirs.All(their => their.Name != our.Name)))
            yield return $"column '{column.Name}' is gone";
    }
}
