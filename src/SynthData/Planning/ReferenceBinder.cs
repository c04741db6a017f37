using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Finds each table's parents before anything else is bound: references, <c>per</c>, and the order they demand.</summary>
internal static class ReferenceBinder
{
    public static void Bind(PlanDraft plan)
    {
        foreach (TableDraft table in plan.Tables)
        {
            BindPer(plan, table);
            foreach (ColumnSchema column in table.Schema.Columns)
            {
                if (column.Source is ReferenceSource reference)
                    BindReference(plan, table, column, reference);
            }

            CompletePer(plan, table);
        }
    }

    private static void BindPer(PlanDraft plan, TableDraft table)
    {
        if (table.Schema.Rows is not RowsPer rows)
            return;

        // The parent is named itself, or through the column that refers to it.
        ColumnSchema? through = table.Schema.Columns.FirstOrDefault(column => column.Names.Contains(rows.Parent) && column.Source is ReferenceSource);
        string parentName = through?.Source is ReferenceSource source ? source.Targets[0].Table : rows.Parent;
        TableDraft? parent = plan.FindOrTell(parentName, rows.ParentPosition);
        if (parent is null)
            return;
        if (parent == table)
        {
            plan.Bag.Add(PlanDiagnostics.TableCycle, table.Schema.Position, $"{table.Name} → {table.Name}");
            return;
        }

        CellDraft row = table.AddSynthetic(TableDraft.ParentRow, ColumnType.Int64, new ParentRowCells());
        CellDraft position = table.AddSynthetic(TableDraft.Position, ColumnType.Int64, new PositionCells());
        table.Per = new PerDraft(parent, rows, null, row.Slot, position.Slot, new ColumnSchema { Names = [parentName], Position = rows.Position });
    }

    private static void BindReference(PlanDraft plan, TableDraft table, ColumnSchema column, ReferenceSource reference)
    {
        string name = $"{table.Name}.{column.StreamName}";
        string[] parents = [.. reference.Targets.Select(target => target.Table).Distinct(StringComparer.Ordinal)];
        if (parents.Length > 1)
        {
            plan.Bag.Add(PlanDiagnostics.ReferenceMixesTables, reference.Position, name, string.Join(", ", parents));
            return;
        }

        TableDraft? parent = plan.FindOrTell(parents[0], reference.Targets[0].Position);
        if (parent is null)
            return;
        if (parent == table && !reference.IsEarlier)
            plan.Bag.Add(PlanDiagnostics.SelfReferenceNeedsEarlier, reference.Position, table.Name, column.StreamName);
        if (parent != table && reference.IsEarlier)
            plan.Bag.Add(PlanDiagnostics.EarlierElsewhere, reference.Position, table.Name, column.StreamName, parent.Name);

        bool isPer = table.Per is { } per && per.Parent == parent && IsPerColumn(table, column, per.Rows);
        int rowSlot = isPer
            ? table.Per!.RowSlot
            : table.Add(new CellDraft(table.Cells.Count, $"#row:{column.StreamName}", column.StreamName) { Type = ColumnType.Int64, IsBound = true }).Slot;
        table.Add(new ReferenceDraft(column.StreamName, column, parent, rowSlot));
    }

    private static bool IsPerColumn(TableDraft table, ColumnSchema column, RowsPer rows) =>
        column.Names.Contains(rows.Parent)
        || (rows.Parent == table.Per!.Parent.Name && table.Schema.Columns.Count(c => c.Source is ReferenceSource r && r.Targets[0].Table == rows.Parent) == 1);

    private static void CompletePer(PlanDraft plan, TableDraft table)
    {
        if (table.Per is not { } per)
            return;

        ReferenceDraft[] references = [.. table.References.Where(reference => reference.Parent == per.Parent)];
        ReferenceDraft? holder = Array.Find(references, reference => reference.RowSlot == per.RowSlot);
        if (holder is null && references.Length > 1)
        {
            string names = string.Join(", ", references.Select(reference => reference.Name));
            plan.Bag.Add(PlanDiagnostics.PerIsAmbiguous, per.Rows.ParentPosition, table.Name, per.Parent.Name, references.Length, names, references[0].Name);
        }

        table.Per = per with { Reference = holder };
        if (holder?.Column is not { Source: ReferenceSource source } column)
            return;
        string? refused = column.When is not null ? "when"
            : column.Nulls is not null ? "nulls"
            : column.IsUnique ? "unique"
            : source.Zipf is not null ? "skew"
            : source.Distinct is not null ? "distinct"
            : source.Weight is not null ? "weight"
            : source.Where is not null ? "where"
            : null;
        if (refused is not null)
            plan.Bag.Add(PlanDiagnostics.PerReferenceIsPlain, column.Position, table.Name, column.StreamName, refused);
    }
}
