using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Rules.Validation;
using SynthData.Schema;

namespace SynthData.Output.Databases;

/// <summary>What a database is told of a table: visible columns, what is unique, what refers to which table.</summary>
/// <remarks>
/// What faults may break is left out: a unique column with faults is not declared unique, a reference with orphans is no foreign
/// key. References to tables that are not written, and to cells that are not declared unique, are left out too.
/// </remarks>
/// <param name="Key">Names of the key's columns; empty without a key.</param>
internal sealed record TableDefinition(
    string Name,
    ImmutableArray<ColumnDefinition> Columns,
    ImmutableArray<string> Key,
    ImmutableArray<ImmutableArray<string>> Uniques,
    ImmutableArray<ForeignKeyDefinition> ForeignKeys)
{
    /// <summary>The written tables of a plan, parents first.</summary>
    public static ImmutableArray<TableDefinition> Of(DatasetPlan plan)
    {
        var nullable = new NullableCells(plan);
        return [.. plan.Order.Select(index => plan.Tables[index]).Where(table => table.IsWritten).Select(table => Of(plan, table, nullable))];
    }

    /// <summary>Whether these columns identify a row, by declaration.</summary>
    public bool IsIdentifiedBy(ImmutableArray<string> columns) => Key.SequenceEqual(columns) || Uniques.Any(unique => unique.SequenceEqual(columns));

    private static TableDefinition Of(DatasetPlan plan, TablePlan table, NullableCells nullable)
    {
        TableDefinition bare = Unrelated(table, nullable);
        return bare with
        {
            ForeignKeys =
            [
                .. from reference in References(table)
                   let parent = plan.Tables[reference.ParentTable]
                   where parent.IsWritten && IsDeclarable(table, reference.Columns) && IsDeclarable(parent, reference.Targets)
                   let targets = NamesOf(parent, reference.Targets)
                   where (parent == table ? bare : Unrelated(parent, nullable)).IsIdentifiedBy(targets)
                   select new ForeignKeyDefinition(NamesOf(table, reference.Columns), parent.Name, targets),
            ],
        };
    }

    private static TableDefinition Unrelated(TablePlan table, NullableCells nullable)
    {
        ImmutableArray<UniqueCheck> uniques = [.. table.TableRules.OfType<UniqueCheck>().Where(unique => IsDeclarable(table, unique.Slots))];
        return new TableDefinition(
            table.Name,
            [.. table.Visible.Select(slot => new ColumnDefinition(table.Cells[slot].Name, table.Cells[slot].Type, nullable.MayBeNull(table, slot)))],
            uniques.FirstOrDefault(unique => unique.RefusesNull) is { } key ? NamesOf(table, key.Slots) : [],
            [
                .. table.Visible.Where(slot => table.Cells[slot].IsUnique && IsDeclarable(table, [slot])).Select(slot => ImmutableArray.Create(slot))
                    .Concat(uniques.Where(unique => !unique.RefusesNull).Select(unique => unique.Slots))
                    .Select(slots => NamesOf(table, slots))
                    .Where(unique => !unique.SequenceEqual(table.Schema.Key))
                    .DistinctBy(unique => string.Join(',', unique)),
            ],
            []);
    }

    private static IEnumerable<(int ParentTable, ImmutableArray<int> Columns, ImmutableArray<int> Targets)> References(TablePlan table) =>
        ReferencePlan.Of(table).Select(reference => (reference.ParentTable, reference.Columns, reference.Targets))
            .Concat(table.TableRules.OfType<ForeignKeyCheck>().Select(to => (to.ParentTable, ImmutableArray.Create(to.Slot), ImmutableArray.Create(to.ParentSlot))));

    // All of it is written, and nothing in it is made bad on purpose.
    private static bool IsDeclarable(TablePlan table, ImmutableArray<int> slots) =>
        slots.All(slot => table.Visible.Contains(slot) && table.Cells[slot].Faults is null);

    private static ImmutableArray<string> NamesOf(TablePlan table, ImmutableArray<int> slots) => [.. slots.Select(slot => table.Cells[slot].Name)];
}

/// <summary>A column of a <see cref="TableDefinition"/>.</summary>
internal sealed record ColumnDefinition(string Name, ColumnType Type, bool IsNullable);

/// <summary>Columns that hold the key of a row of another table, or of their own.</summary>
internal sealed record ForeignKeyDefinition(ImmutableArray<string> Columns, string Parent, ImmutableArray<string> Targets);
