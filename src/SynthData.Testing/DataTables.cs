using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using SynthData.Batches;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Testing;

/// <summary>Fills tables of ADO.NET.</summary>
internal static class DataTables
{
    public static DataSet Of(PlannedFixture fixture)
    {
        var set = new DataSet(fixture.Plan.Dataset.Name) { Locale = CultureInfo.InvariantCulture };
        foreach (TablePlan table in fixture.Written)
            set.Tables.Add(Of(fixture, table.Name));
        foreach (TablePlan table in fixture.Written)
            Relate(set, fixture.Plan.Run.Plan.Tables, table);
        return set;
    }

    public static DataTable Of(PlannedFixture fixture, string name)
    {
        TablePlan table = fixture.Plan.Run.Plan.Tables.First(one => one.Name == name);
        var nullable = new NullableCells(fixture.Plan.Run.Plan);
        TableCells cells = fixture.Cells(name, fixture.Plan.RowCount(name));
        var made = new DataTable(name) { Locale = CultureInfo.InvariantCulture };
        foreach ((BatchColumn column, int slot) in cells.Columns.Zip(table.Visible))
            made.Columns.Add(new DataColumn(column.Name, BatchDataReader.TypeOf(column.Type)) { AllowDBNull = nullable.MayBeNull(table, slot) });
        made.BeginLoadData();
        foreach (object?[] row in cells.Rows)
            made.Rows.Add(row);
        made.EndLoadData();
        if (table.Schema.Key.Length > 0 && table.Schema.Key.All(key => made.Columns.Contains(key) && table.Find(key) is { Faults: null }))
            made.PrimaryKey = [.. table.Schema.Key.Select(key => made.Columns[key]!)];
        made.AcceptChanges();
        return made;
    }

    // Faults may make orphans on purpose, so relations lead from row to row and forbid nothing.
    private static void Relate(DataSet set, ImmutableArray<TablePlan> tables, TablePlan child)
    {
        foreach (ReferencePlan reference in ReferencePlan.Of(child))
        {
            TablePlan parent = tables[reference.ParentTable];
            DataColumn?[] columns = [.. reference.Columns.Select(slot => set.Tables[child.Name]!.Columns[child.Cells[slot].Name])];
            DataColumn?[] keys = [.. reference.Targets.Select(slot => set.Tables[parent.Name]?.Columns[parent.Cells[slot].Name])];
            string name = $"{child.Name}.{string.Join(", ", reference.Columns.Select(slot => child.Cells[slot].Name))}";
            if (!columns.Contains(null) && !keys.Contains(null))
                set.Relations.Add(new DataRelation(name, keys!, columns!, createConstraints: false));
        }
    }
}
