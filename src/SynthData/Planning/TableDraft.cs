using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A table while it is being bound: its slots by name, and the names its expressions may use.</summary>
internal sealed class TableDraft : IScope
{
    public const string ParentRow = "#parent";
    public const string Position = "#position";

    private readonly List<CellDraft> cells = [];
    private readonly Dictionary<string, CellDraft> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellDraft> synthetic = new(StringComparer.Ordinal);
    private readonly List<ReferenceDraft> references = [];

    public TableDraft(TableSchema schema, int index, PlanDraft plan)
    {
        Schema = schema;
        Index = index;
        Plan = plan;
        foreach (ColumnSchema column in schema.Columns)
        {
            foreach (string name in column.Names)
                Add(new CellDraft(cells.Count, name, column.IsAxis ? AxisStream(name) : column.Names.Length == 1 ? name : $"{column.StreamName}:{name}") { Column = column });
        }
    }

    /// <summary>The stream of an axis: two commas stand in no column's.</summary>
    public static string AxisStream(string name) => $"axes,,{name}";

    public TableSchema Schema { get; }

    public string Name => Schema.Name;

    public int Index { get; }

    public PlanDraft Plan { get; }

    public IReadOnlyList<CellDraft> Cells => cells;

    /// <summary>The references of this table's columns, in the order written.</summary>
    public IReadOnlyList<ReferenceDraft> References => references;

    /// <summary>Null for a table with rows of its own.</summary>
    public PerDraft? Per { get; set; }

    /// <summary>The slots that draw the sex of a person by weights, by whom: <c>of</c>, or empty for the row's own.</summary>
    public Dictionary<string, int> WeightedSexes { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Names =>
        Schema.Columns.SelectMany(column => column.Names).Concat(references.Select(reference => reference.Parent.Name)).Distinct(StringComparer.Ordinal);

    public CellDraft Add(CellDraft cell)
    {
        cells.Add(cell);
        (cell.Column is null ? synthetic : columns)[cell.Name] = cell;
        return cell;
    }

    public CellDraft AddSynthetic(string name, ColumnType type, CellSource source, params ReadOnlySpan<int> inputs)
    {
        var cell = new CellDraft(cells.Count, name, name) { Type = type, Source = source, IsBound = true, Keyword = "" };
        cell.Reads(inputs);
        return Add(cell);
    }

    public void Add(ReferenceDraft reference) => references.Add(reference);

    /// <summary>Finds a column of the schema.</summary>
    public CellDraft? Find(string name) => columns.GetValueOrDefault(name);

    /// <summary>Finds a slot that is no column of the schema, whatever columns are called.</summary>
    public CellDraft? FindSynthetic(string name) => synthetic.GetValueOrDefault(name);

    /// <summary>Finds the references a first element of a dotted path may mean: a column of one, or the parent table's name.</summary>
    public IReadOnlyList<ReferenceDraft> ReferencesNamed(string name)
    {
        ReferenceDraft? byColumn = references.Find(reference => reference.Column.Names.Contains(name, StringComparer.Ordinal))
            ?? (Find(name)?.Column is { } column ? ForeignKey(column) : null);
        if (byColumn is not null)
            return [byColumn];
        List<ReferenceDraft> byTable =
        [
            .. references.Where(reference => reference.Parent.Name == name),
            .. Schema.Columns.Where(column => column.To?.Table == name).Select(ForeignKey).OfType<ReferenceDraft>(),
        ];
        return byTable.Count == 0 && Per is { Reference: null } per && per.Parent.Name == name ? [per.AsReference] : byTable;
    }

    public string? Resolve(IReadOnlyList<string> path, out ScopeColumn column)
    {
        CellDraft? cell = path.Count == 1 ? Find(path[0]) : null;
        string? wrong = path.Count == 1 ? null : ResolveDotted(path, out cell);
        column = default;
        if (wrong is not null)
            return wrong;
        if (cell is null)
            return $"Table '{Name}' has no column '{path[0]}'.";

        Plan.Bind(this, cell);
        if (cell.Type is not { } type)
            return cell.IsBinding && !Plan.TellCircle(this, cell) ? $"Column '{Name}.{cell.Name}' needs itself to know its type; give it a `type`." : "";
        column = new ScopeColumn(cell.Slot, type);
        return null;
    }

    public ScopeColumn? Resolve(CallSyntax call, ExpressionText source) => new RowCallBinder(Plan, this, source).Bind(call);

    /// <summary>Finds or adds the slot that holds a parent's cell.</summary>
    public CellDraft Lookup(ReferenceDraft reference, CellDraft parentCell)
    {
        string name = $"{reference.Name}.{parentCell.Name}";
        int rowSlot = reference.RowSlot;
        return FindSynthetic(name) ?? AddSynthetic(
            name, parentCell.Type!.Value, new LookupCells(rowSlot, reference.Parent.Index, parentCell.Slot), rowSlot);
    }

    // A reference to no table is told where it stands, not again wherever it is read.
    private bool IsBrokenReference(string name) =>
        (Find(name)?.Column is { } column && (column.Source is ReferenceSource || (column.To is { } to && to.Table != Name)))
        || (Schema.Rows is RowsPer rows && rows.Parent == name);

    // A column with `to` holds a parent's key, and so its row can be found as if it had been drawn.
    private ReferenceDraft? ForeignKey(ColumnSchema column)
    {
        if (column is not { To: { } to, Source: not ReferenceSource } || to.Table == Name
            || Plan.Find(to.Table) is not { } parent || parent.Find(to.Column) is not { } key || Find(column.Name) is not { } cell)
            return null;
        string name = $"#row:{column.StreamName}";
        CellDraft row = FindSynthetic(name) ?? AddSynthetic(name, ColumnType.Int64, new KeyRowCells(parent.Index, key.Slot, cell.Slot), cell.Slot);
        return new ReferenceDraft(column.StreamName, column, parent, row.Slot);
    }

    private string? ResolveDotted(IReadOnlyList<string> path, out CellDraft? cell)
    {
        cell = null;
        IReadOnlyList<ReferenceDraft> found = ReferencesNamed(path[0]);
        if (found.Count == 0 && IsBrokenReference(path[0]))
            return "";
        if (found.Count == 0)
            return $"Nothing in table '{Name}' called '{path[0]}' refers to another table.";
        if (found.Count > 1)
            return $"Table '{path[0]}' is referred to by several columns ({string.Join(", ", found.Select(reference => reference.Name))}): name the column.";

        ReferenceDraft reference = found[0];
        ScopeColumn parentColumn = default;
        string? wrong = Plan.InOtherRow(reference.Parent, () => reference.Parent.Resolve([.. path.Skip(1)], out parentColumn));
        if (wrong is not null)
            return wrong;
        cell = Lookup(reference, reference.Parent.Cells[parentColumn.Slot]);
        return null;
    }
}

/// <summary>A reference of a table's column, or its <c>per</c> parent without one.</summary>
/// <param name="Name">What dotted paths and slots call it.</param>
internal sealed record ReferenceDraft(string Name, ColumnSchema Column, TableDraft Parent, int RowSlot);

/// <summary>The <c>per</c> parent of a table.</summary>
/// <param name="Reference">The reference whose column holds it, or null when no column does.</param>
internal sealed record PerDraft(TableDraft Parent, RowsPer Rows, ReferenceDraft? Reference, int RowSlot, int PositionSlot, ColumnSchema NoColumn)
{
    public ReferenceDraft AsReference => new(Parent.Name, NoColumn, Parent, RowSlot);
}
