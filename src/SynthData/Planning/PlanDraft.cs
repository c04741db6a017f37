using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A schema while it is being bound: the tables by name, what was asked, and what was found wrong.</summary>
internal sealed class PlanDraft
{
    private readonly Dictionary<string, TableDraft> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(TableDraft, KnowledgeColumn), KnowledgePlan> knowledge = [];
    private readonly ColumnBinder columnBinder;
    private readonly List<(TableDraft Table, CellDraft? Cell)> path = [];

    public PlanDraft(DatasetSchema schema, PlanRequest request, DiagnosticBag bag)
    {
        Schema = schema;
        Request = request;
        Bag = bag;
        Tables = [.. schema.Tables.Select((table, index) => new TableDraft(table, index, this))];
        foreach (TableDraft table in Tables)
            byName[table.Name] = table;
        columnBinder = new ColumnBinder(this);
    }

    public DatasetSchema Schema { get; }

    public PlanRequest Request { get; }

    public DiagnosticBag Bag { get; }

    /// <summary>In the order written; a draft's index is its place here.</summary>
    public IReadOnlyList<TableDraft> Tables { get; }

    public BindContext BindContext => new(Request.AsOf);

    public TableDraft? Find(string table) => byName.GetValueOrDefault(table);

    /// <summary>Finds a table, or says that there is none.</summary>
    public TableDraft? FindOrTell(string table, SourcePosition? position)
    {
        TableDraft? found = Find(table);
        if (found is null)
            Bag.Add(PlanDiagnostics.UnknownTable, position, table, Suggestion.For(table, byName.Keys), string.Join(", ", byName.Keys));
        return found;
    }

    /// <summary>Binds a cell's source unless that is done or under way.</summary>
    public void Bind(TableDraft table, CellDraft cell)
    {
        if (cell.IsBound || cell.IsBinding)
            return;
        cell.IsBinding = true;
        path.Add((table, cell));
        columnBinder.Bind(table, cell);
        path.RemoveAt(path.Count - 1);
        cell.IsBinding = false;
        cell.IsBound = true;
    }

    /// <summary>The plan of what is known of a table's columns: one for all columns of a group.</summary>
    public KnowledgePlan Knowledge(TableDraft table, KnowledgeColumn known, Func<KnowledgePlan> make)
    {
        (TableDraft, KnowledgeColumn) key = (table, known);
        if (!knowledge.TryGetValue(key, out KnowledgePlan? made))
            knowledge[key] = made = make();
        return made;
    }

    /// <summary>Runs something that looks into another row, so that meeting a cell again on the way is no circle of the row.</summary>
    public T InOtherRow<T>(TableDraft table, Func<T> look)
    {
        path.Add((table, null));
        T found = look();
        path.RemoveAt(path.Count - 1);
        return found;
    }

    /// <summary>Tells of a circle when a cell that is being bound was met again within its own row.</summary>
    public bool TellCircle(TableDraft table, CellDraft cell)
    {
        List<(TableDraft Table, CellDraft? Cell)> circle = path[path.FindIndex(step => step.Cell == cell)..];
        if (circle.Exists(step => step.Cell is null))
            return false;
        Bag.Add(
            PlanDiagnostics.ColumnCycle, cell.Column?.Position ?? table.Schema.Position, table.Name,
            string.Join(" → ", circle.Select(step => step.Cell!.Name).Append(cell.Name)));
        return true;
    }

    /// <summary>Binds what must be true or false; null when it is wrong, which is told.</summary>
    public BoundExpression? Condition(TableDraft table, ExpressionText text) => ExpressionBinder.BindCondition(text, table, BindContext, Bag);

    /// <summary>Binds an expression of a table; null when it is wrong, which is told.</summary>
    public BoundExpression? Expression(TableDraft table, ExpressionText text) => ExpressionBinder.Bind(text, table, BindContext, Bag);
}
