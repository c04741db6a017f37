using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Makes the fillers of one table that need no other table's cells and no model.</summary>
/// <param name="plan">The plan; the tables this one refers to are counted.</param>
internal sealed class LocalSource(DatasetPlan plan, TablePlan table)
{
    public StreamKey Key(string stream) => StreamKey.For(plan.Seed, plan.Generator, table.Name, stream);

    /// <summary>Makes the filler of a cell.</summary>
    public ICellFiller Filler(CellPlan cell) => Filler(cell, cell.Source, cell.Stream);

    /// <summary>Makes what nulls the cells of a slot, or gives those that the schema gives; null when nothing does.</summary>
    public ICellMask? Mask(CellPlan cell)
    {
        NullMask? nulls = cell.When is null && cell.Nulls is null
            ? null
            : new NullMask(cell.When, cell.Nulls, cell.Stream, Key, plan.RowCounts[table.Index] ?? 0);

        // A pinned reference or tuple is pinned where its row is drawn; its columns follow.
        return cell is { Pins: { } pins, Source: not (LookupCells or TupleCells) } ? new PinMask(nulls, pins) : nulls;
    }

    /// <summary>Makes what draws the number of children a parent has.</summary>
    public CountSampler Counts(long parents) => new(table.Per!.Count, Key, parents);

    private static ICellFiller Parsed(CellPlan cell, ICellFiller texts) => cell.Type.Kind == ColumnKind.Json ? new JsonFiller(texts) : texts;

    private static ICellFiller Checked(CheckDigitKind? kind, ICellFiller texts) => kind is { } digit ? new CheckDigitFiller(texts, digit) : texts;

    private CellWords Words(CellPlan cell, string stream, RangeCells range)
    {
        if (cell.Correlation is { } correlation)
            return new CellWords(new CorrelatedWords(correlation, stream, Key));
        return range.SiblingsSlot is { } siblings
            ? new CellWords(Key(stream), table.Per!.PositionSlot, siblings, range.Ranges[0].IsBefore)
            : new CellWords(Key(stream));
    }

    private ICellFiller Filler(CellPlan cell, CellSource source, string stream) => source switch
    {
        SequenceCells sequence => new SequenceFiller(sequence.Start, sequence.Step),
        UuidCells => new UuidFiller(Key(stream)),
        PositionCells => new CopyFiller(table.Per!.PositionSlot),
        CategoryCells { Exact: { } cut } category => new ExactFiller(category.Values, new ExactCells(cut, Key, plan.RowCount(table.Index))),
        CategoryCells category when cell.Correlation is { } correlation => new OrderedCategoryFiller(new CorrelatedWords(correlation, stream, Key), category),
        CategoryCells category => new CategoryFiller(Key(category.Stream ?? stream), category),
        TupleCells tuple => new TupleFiller(tuple),
        FaultLabelCells => new NullFiller(),
        RangeCells range when cell.Type.Kind == ColumnKind.Double => new DoubleRangeFiller(Words(cell, stream, range), range),
        RangeCells range => new RangeFiller(Words(cell, stream, range), cell.Type, range),
        SemanticCells semantic => new SemanticFiller(
            semantic, cell.Type, plan.Generator, Key(semantic.EntityStream), Key(semantic.TagStream(stream)), plan.RowCounts[table.Index] ?? 0),
        PatternCells pattern => Parsed(cell, Checked(pattern.CheckDigit, new PatternFiller(Key(stream), pattern))),
        TemplateCells template => Parsed(cell, Checked(template.CheckDigit, new TemplateFiller(template.Template))),
        ObjectCells json => new ObjectFiller(json.Object),
        ExpressionCells expression => new ExpressionFiller(expression.Expression, cell.Type),
        ReferenceRowCells reference => new ReferenceRowFiller(Key(stream), cell.Slot, reference, plan.RowCount(reference.ParentTable)),
        NumberSeriesCells series => new NumberSeriesFiller(Key(stream), series, cell.Type),
        AnomalyLabelCells label => new AnomalyLabelFiller(Key(label.Stream), label),
        TimeSeriesCells series => new TimeSeriesFiller(Key(stream), series, cell.Type),
        PreviousCells previous => new PreviousFiller(previous, cell.Type),
        ListedCells listed => new ListedFiller(listed.Values),
        CasesCells cases => new CasesFiller(
            cell.Type,
            [.. cases.Cases.Select((c, index) => (c.When, Filler(cell, c.Source, FormattableString.Invariant($"{stream}#case{index}"))))]),
        _ => throw new InvalidOperationException($"Source {source.GetType().Name} is not local."),
    };
}
