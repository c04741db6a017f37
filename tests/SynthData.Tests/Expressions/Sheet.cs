using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Syntax;
using SynthData.Expressions.Templates;
using SynthData.Schema;

namespace SynthData.Tests.Expressions;

/// <summary>Rows written as texts, a scope over them, and what an expression gives for each.</summary>
internal sealed class Sheet : IScope
{
    public static readonly BindContext Context = new(new DateOnly(2025, 1, 1));
    private readonly List<(string Name, ColumnType Type, string?[] Cells)> columns = [];

    public IReadOnlyList<(string Name, ColumnType Type, string?[] Cells)> Columns => columns;

    public IEnumerable<string> Names => columns.Select(column => column.Name);

    public static Sheet OneRow => new();

    public static ExpressionText Written(string text) => new(text, new SourcePosition("shop.yaml", 10, 20));

    /// <summary>Adds a column; null is null.</summary>
    public Sheet With(string name, string type, params string?[] cells)
    {
        Assert.True(ColumnType.TryParse(type, out ColumnType? parsed));
        columns.Add((name, parsed.Value, cells));
        return this;
    }

    /// <summary>The same rows, the last first.</summary>
    public Sheet Backwards()
    {
        var backwards = new Sheet();
        foreach ((string name, ColumnType type, string?[] cells) in columns)
            backwards.columns.Add((name, type, [.. cells.Reverse()]));
        return backwards;
    }

    public string? Resolve(IReadOnlyList<string> path, out ScopeColumn column)
    {
        string name = string.Join('.', path);
        int slot = columns.FindIndex(candidate => candidate.Name == name);
        column = slot < 0 ? default : new ScopeColumn(slot, columns[slot].Type);
        return slot < 0 ? $"There is no column '{name}' in table 'orders'." : null;
    }

    public ScopeColumn? Resolve(CallSyntax call, ExpressionText source) => throw new NotSupportedException("A sheet's rows have no parent and no children.");

    public Frame Frame()
    {
        int count = columns.Count == 0 ? 1 : columns[0].Cells.Length;
        var frame = new Frame(columns.Count);
        frame.Reset([.. Enumerable.Range(0, count).Select(row => (long)row + 100)]);
        for (int slot = 0; slot < columns.Count; slot++)
            frame[slot] = Fill(columns[slot].Type, columns[slot].Cells);
        return frame;
    }

    public BoundExpression Bind(string text)
    {
        var bag = new DiagnosticBag();
        BoundExpression? bound = ExpressionBinder.Bind(Written(text), this, Context, bag);
        Assert.Empty(bag);
        return Assert.IsType<BoundExpression>(bound);
    }

    /// <summary>The cells of all rows as CSV writes them, with 'null' and 'error'.</summary>
    public string[] Rows(string text, string? type = null)
    {
        BoundExpression bound = Bind(text);
        ColumnType into = bound.Type.Column!.Value;
        if (type is not null)
        {
            Assert.True(ColumnType.TryParse(type, out ColumnType? parsed));
            into = parsed.Value;
        }

        Assert.True(bound.CanBecome(into), $"{bound.Type} cannot become {into}");
        Frame frame = Frame();
        Column target = Column.For(into);
        bound.EvaluateInto(frame, target, into);
        return [.. Enumerable.Range(0, frame.Count).Select(row => Print(target, row, into))];
    }

    public string Value(string text, string? type = null) => Assert.Single(Rows(text, type));

    /// <summary>The only diagnostic of an expression that does not bind.</summary>
    public Diagnostic Refusal(string text, bool hasAsOf = true)
    {
        var bag = new DiagnosticBag();
        BindContext context = hasAsOf ? Context : new BindContext(AsOf: null);
        Assert.Null(ExpressionBinder.Bind(Written(text), this, context, bag));
        return Assert.Single(bag);
    }

    /// <summary>The reason why an expression's cell in the first row is an error.</summary>
    public Diagnostic Fault(string text, string? type = null)
    {
        BoundExpression bound = Bind(text);
        Frame frame = Frame();
        if (type is null)
            return Assert.IsType<Diagnostic>(bound.Explain(frame, 0));
        Assert.True(ColumnType.TryParse(type, out ColumnType? parsed));
        return Assert.IsType<Diagnostic>(bound.Explain(frame, 0, parsed.Value));
    }

    public BoundTemplate Template(string text)
    {
        var bag = new DiagnosticBag();
        BoundTemplate? bound = TemplateBinder.Bind(Written(text), this, Context, bag);
        Assert.Empty(bag);
        return Assert.IsType<BoundTemplate>(bound);
    }

    public string[] Texts(string template)
    {
        Frame frame = Frame();
        var target = new TextColumn();
        Template(template).EvaluateInto(frame, target);
        return [.. Enumerable.Range(0, frame.Count).Select(row => Print(target, row, ColumnType.Text))];
    }

    public Diagnostic TemplateRefusal(string text)
    {
        var bag = new DiagnosticBag();
        Assert.Null(TemplateBinder.Bind(Written(text), this, Context, bag));
        return Assert.Single(bag);
    }

    public static string Print(Column column, int row, ColumnType type) => column.States[row] switch
    {
        CellState.Null => "null",
        CellState.Error => "error",
        _ => CellText.Format(column, row, type),
    };

    private static Column Fill(ColumnType type, string?[] cells)
    {
        Column column = Column.For(type);
        column.Reset(cells.Length);
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] is not { } text)
                column.States[row] = CellState.Null;
            else
                Assert.True(CellText.TryParse(text, type, column, row), $"'{text}' is not a {type}");
        }

        return column;
    }
}
