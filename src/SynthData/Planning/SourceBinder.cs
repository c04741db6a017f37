using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Templates;
using SynthData.Numerics.Patterns;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a source as written to what fills cells: one method a kind.</summary>
internal sealed class SourceBinder(PlanDraft plan)
{
    private readonly RangeBinder ranges = new(plan);
    private readonly CategoryBinder categories = new(plan);
    private readonly PromptBinder prompts = new(plan);
    private readonly SemanticBinder semantics = new(plan);
    private readonly TupleBinder tuples = new(plan);

    public BoundSource? Bind(TableDraft table, CellDraft cell, ColumnSchema column, SourceSchema source, ColumnType? written)
    {
        string name = $"{table.Name}.{cell.Name}";
        return source switch
        {
            SequenceSource sequence => new BoundSource(
                new SequenceCells(plan.Request.SequenceStarts.GetValueOrDefault(name, sequence.Start), sequence.Step), written is { IsWhole: true } ? written.Value : ColumnType.Int64, [], "sequence")
            { IsUnique = true },
            UuidSource => new BoundSource(new UuidCells(), new ColumnType(ColumnKind.Uuid), [], "uuid") { IsUnique = true },
            PositionSource => Position(table, cell, column, written),
            ValuesSource values => categories.Bind(table, cell, values, written, name),
            ConstantSource constant => categories.Constant(constant.Value, written, name),
            RangeSource or OffsetSource or DistributionSource => ranges.Bind(table, source, written, name),
            NumberSeriesSource series => new NumberSeriesBinder(plan, table).Bind(series, written, name),
            TimeSeriesSource series => new SeriesBinder(plan).Bind(table, series, written, name),
            SemanticSource semantic => semantics.Bind(table, cell, column, semantic, written),
            PatternSource pattern => Pattern(cell, column, pattern, written),
            TemplateSource template => Template(table, cell, template, written),
            ObjectSource json => Object(table, json, written, name),
            ExpressionSource expression => Expression(table, cell, column, expression, written),
            TuplesSource tuples => this.tuples.Bind(table, cell, column, tuples),
            FaultLabelSource => new BoundSource(new FaultLabelCells(), ColumnType.Text, [], "faults"),
            ReferenceSource => Reference(table, cell, column),
            PromptSource prompt => prompts.Bind(table, cell, column, prompt, written, this),
            CasesSource cases => Cases(table, cell, column, cases, written),
            _ => throw new InvalidOperationException($"Source {source.GetType().Name} has no binder."),
        };
    }

    /// <summary>Binds a column whose cells are written row by row.</summary>
    public BoundSource Listed(CellDraft cell, ListedRows rows, ColumnType? written, string name)
    {
        SchemaScalar[] scalars = [.. rows.Rows.Select(row => row.Cells.GetValueOrDefault(cell.Name) ?? new SchemaScalar("", false, row.Position))];
        ColumnType type = written ?? LiteralBinder.Infer(scalars);
        LiteralCells literals = LiteralBinder.Bind(scalars, type, name, plan.Bag);
        bool isUnique = literals.Texts.Distinct(StringComparer.Ordinal).Count() == literals.Count;
        return new BoundSource(new ListedCells(literals), type, [], "rows") { IsUnique = isUnique };
    }

    private static ColumnType TextType(ColumnType? written) => written is { IsText: true } ? written.Value : ColumnType.Text;

    private static string Words(CheckDigitKind? checkDigit) => checkDigit is { } kind ? $", check digit {kind.ToString().ToLowerInvariant()}" : "";

    private BoundSource? Pattern(CellDraft cell, ColumnSchema column, PatternSource source, ColumnType? written)
    {
        bool isUnique = column.IsUnique || cell.IsKey;
        return PatternReader.TryRead(source.Pattern, source.CheckDigit, source.Position, plan.Bag, out Pattern? pattern)
            ? new BoundSource(new PatternCells(pattern, source.Pattern, isUnique) { CheckDigit = source.CheckDigit }, TextType(written), [], "pattern")
            { IsUnique = isUnique, Detail = source.Pattern + Words(source.CheckDigit) }
            : null;
    }

    private BoundSource? Position(TableDraft table, CellDraft cell, ColumnSchema column, ColumnType? written)
    {
        if (table.Per is not { } per)
        {
            if (table.Schema.Rows is not RowsPer)               // else its parent is no table, which is told
                plan.Bag.Add(PlanDiagnostics.PositionWithoutPer, column.Position, table.Name, cell.Name);
            return null;
        }

        ColumnType type = written is { IsWhole: true } ? written.Value : ColumnType.Int64;
        return new BoundSource(new PositionCells(), type, [per.PositionSlot], "position");
    }

    private BoundSource? Template(TableDraft table, CellDraft cell, TemplateSource source, ColumnType? written)
    {
        BoundTemplate? template = TemplateBinder.Bind(source.Template, table, plan.BindContext, plan.Bag);
        if (template is null)
            return null;
        bool isUnique = false;
        if (cell.Column is { IsUnique: true } || cell.IsKey)
        {
            string? reason = UniqueTemplate.WhyNot(table, template, source.CheckDigit);
            if (reason is not null)
                plan.Bag.Add(PlanDiagnostics.UniqueUnsupported, source.Position, $"{table.Name}.{cell.Name}", reason,
                    "Put a unique column into the template, set off by a literal that it cannot contain, such as `{name} {id}`.");
            isUnique = reason is null;
        }

        return new BoundSource(new TemplateCells(template) { CheckDigit = source.CheckDigit }, TextType(written), template.Slots, "template")
        { IsUnique = isUnique, Detail = source.Template.Text + Words(source.CheckDigit) };
    }

    private BoundSource? Object(TableDraft table, ObjectSource source, ColumnType? written, string name) =>
        new ObjectBinder(plan, table, name).Bind(source.Root) is { } bound
            ? new BoundSource(new ObjectCells(bound), written is { IsText: true } ? written.Value : new ColumnType(ColumnKind.Json), bound.Slots, "object")
            { Detail = string.Join(", ", source.Root.Entries.Select(entry => entry.Name)) }
            : null;

    private static string? Fails(BoundExpression expression, ColumnType type)
    {
        var frame = new Frame(0);
        frame.Reset([0]);
        return expression.Explain(frame, 0, type)?.Message;
    }

    private BoundSource? Expression(TableDraft table, CellDraft cell, ColumnSchema column, ExpressionSource source, ColumnType? written)
    {
        BoundExpression? expression = plan.Expression(table, source.Expression);
        if (expression is null)
            return null;
        if (column.IsUnique)
            plan.Bag.Add(
                PlanDiagnostics.UniqueUnsupported, column.Position, $"{table.Name}.{cell.Name}", "an expression carries no tag",
                "Make it a template over a unique column, or verify it with a rule `{ unique: [column] }`.");
        ColumnType? type = written ?? expression.Type.Column;
        if (expression.IsConstant && type is { } receiving && expression.CanBecome(receiving) && Fails(expression, receiving) is { } why)
            plan.Bag.Add(PlanDiagnostics.ConstantFails, source.Expression.Position, $"{table.Name}.{cell.Name}", why);
        if (type is null)
        {
            plan.Bag.Add(PlanDiagnostics.TypeNeeded, column.Position, $"{table.Name}.{cell.Name}", $"its expression gives {expression.Type}");
            return null;
        }

        bool fits = expression.CanBecome(type.Value);
        if (!fits)
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, column.TypePosition ?? column.Position, $"{table.Name}.{cell.Name}", type, expression.Type);
        return fits ? new BoundSource(new ExpressionCells(expression), type.Value, expression.Slots, "expr") { Detail = source.Expression.Text } : null;
    }

    private BoundSource? Reference(TableDraft table, CellDraft cell, ColumnSchema column)
    {
        var source = (ReferenceSource)column.Source!;
        ReferenceDraft? reference = table.References.FirstOrDefault(r => r.Column == column);
        if (reference is null)
            return null;                                        // told when tables were related
        ReferenceTarget target = source.Targets[column.Names.IndexOf(cell.Name)];
        CellDraft? parentCell = reference.Parent.Find(target.Column);
        if (parentCell is null || parentCell.Column is null)
        {
            IEnumerable<string> known = reference.Parent.Schema.Columns.SelectMany(c => c.Names);
            plan.Bag.Add(PlanDiagnostics.UnknownTargetColumn, target.Position, reference.Parent.Name, target.Column, Suggestion.For(target.Column, known));
            return null;
        }

        if (cell.Name == column.Name)
            KeyTarget.Check(plan, reference.Parent, source.Targets);
        plan.Bind(reference.Parent, parentCell);
        if (parentCell.Type is not { } type)
            return null;
        bool isPer = table.Per?.RowSlot == reference.RowSlot;
        string detail = $"{target.Table}.{target.Column}"
            + $"{(source.Zipf is { } s ? FormattableString.Invariant($", zipf {s}") : "")}{(source.IsEarlier ? ", earlier" : "")}"
            + $"{(source.Weight is { } weight ? $", weight {weight.Text}" : "")}{(source.Where is { } where ? $", where {where.Text}" : "")}";
        return new BoundSource(new LookupCells(reference.RowSlot, reference.Parent.Index, parentCell.Slot), type, [reference.RowSlot], "references")
        { Detail = isPer ? $"{detail}, its parent" : detail, IsUnique = column.IsUnique && column.Names.Length == 1 };
    }

    private BoundSource? Cases(TableDraft table, CellDraft cell, ColumnSchema column, CasesSource source, ColumnType? written)
    {
        var cases = ImmutableArray.CreateBuilder<CellCase>();
        var inputs = new SortedSet<int>();
        ColumnType? type = written;
        foreach (CaseSchema branch in source.Cases)
        {
            BoundExpression? when = branch.When is null ? null : plan.Condition(table, branch.When);
            BoundSource? bound = Bind(table, cell, column, branch.Source, type);
            if (bound is null || (branch.When is not null && when is null))
                return null;
            type ??= bound.Type;
            if (bound.Type != type && !(bound.Source is ExpressionCells e && e.Expression.CanBecome(type.Value)))
            {
                plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, branch.Position, $"{table.Name}.{cell.Name}", type, bound.Type);
                return null;
            }

            inputs.UnionWith(bound.Inputs);
            inputs.UnionWith(when?.Slots ?? []);
            cases.Add(new CellCase(when, bound.Source));
        }

        return new BoundSource(new CasesCells(cases.ToImmutable()), type!.Value, [.. inputs], "cases");
    }
}
