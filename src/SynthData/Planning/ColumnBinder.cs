using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds the cells of a column: its source, its type and what decides its nulls.</summary>
internal sealed class ColumnBinder(PlanDraft plan)
{
    private readonly SourceBinder sources = new(plan);

    public void Bind(TableDraft table, CellDraft cell)
    {
        if (cell.Column is not { } column)
            return;

        // A written type is known before the source is bound, so that a cell may look at itself in an earlier row.
        cell.Type = column.TypeOf(cell.Name);
        cell.IsKey = table.Schema.Key.Contains(cell.Name);
        BoundSource? bound = Source(table, cell, column);
        if (bound is not null)
            Receive(table, cell, column, bound);
        else if (column.TypeOf(cell.Name) is null)
            cell.Type = null;

        if (column.Source is ReferenceSource)
            return;                                            // its row slot carries what follows
        if (column.Source is TuplesSource)
        {
            if (cell.Name == column.Name && bound?.Source is TupleCells tuple)
                BindReferenceRow(table, table.Cells[tuple.RowSlot], column);
            return;
        }

        cell.When = When(table, cell, column);
        cell.Nulls = Nulls(table, cell, column);
    }

    /// <summary>Binds what decides the nulls of a reference or of tuples, on the slot that holds the parent's row or the tuple.</summary>
    public void BindReferenceRow(TableDraft table, CellDraft cell, ColumnSchema column)
    {
        cell.When = When(table, cell, column);
        cell.Nulls = Nulls(table, cell, column);
    }

    private BoundSource? Source(TableDraft table, CellDraft cell, ColumnSchema column)
    {
        string name = $"{table.Name}.{cell.Name}";
        if (column.Source is not null)
            return sources.Bind(table, cell, column, column.Source, column.TypeOf(cell.Name));
        if (table.Schema.Rows is ListedRows listed && listed.Rows.Any(row => row.Cells.ContainsKey(cell.Name)))
            return sources.Listed(cell, listed, column.Type, name);

        if (new NumberSeriesBinder(plan, table).Label(cell, column.Type) is { } label)
            return label;

        string? guess = SemanticTypes.Guess(cell.Name)?.Name;
        if (column.Names.Length > 1)
        {
            plan.Bag.Add(PlanDiagnostics.SeveralColumnsGuess, column.Position, string.Join(", ", column.Names), table.Name);
            return null;
        }

        if (guess is null)
        {
            plan.Bag.Add(PlanDiagnostics.NoSource, column.Position, name);
            return null;
        }

        string line = $"{cell.Name}: {{ semantic: {guess} }}";
        plan.Bag.Add(plan.Request.IsStrict ? PlanDiagnostics.GuessRefused : PlanDiagnostics.SourceGuessed, column.Position, name, line);
        BoundSource? bound = sources.Bind(table, cell, column, new SemanticSource(guess, column.Position), column.Type);
        return bound is null ? null : bound with { Detail = $"guessed; write {line}" };
    }

    private void Receive(TableDraft table, CellDraft cell, ColumnSchema column, BoundSource bound)
    {
        if (column.TypeOf(cell.Name) is { } written && written != bound.Type && !IsConverted(bound, written))
        {
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, column.TypePosition ?? column.Position, $"{table.Name}.{cell.Name}", written, bound.Type);
            return;
        }

        cell.Type = column.TypeOf(cell.Name) ?? bound.Type;
        cell.Source = bound.Source;
        cell.Keyword = bound.Keyword;
        cell.Detail = bound.Detail;
        cell.IsUnique |= bound.IsUnique;
        cell.Reads(bound.Inputs);
    }

    // Expressions convert when they are evaluated into their column; other sources make their cells in the written type.
    private static bool IsConverted(BoundSource bound, ColumnType written) =>
        bound.Source is ExpressionCells expression && expression.Expression.CanBecome(written);

    private BoundExpression? When(TableDraft table, CellDraft cell, ColumnSchema column)
    {
        if (column.When is null)
            return null;
        BoundExpression? when = plan.Condition(table, column.When);
        if (when is not null)
            cell.Reads(when.Slots.AsSpan());
        return when;
    }

    private NullsPlan? Nulls(TableDraft table, CellDraft cell, ColumnSchema column)
    {
        if (column.Nulls is not { } nulls)
            return null;
        var option = new GivenBinder(plan, table, $"{table.Name}.{cell.Name}");
        (GivenSelector? given, var shares) = option.Bind(column.Source?.Given ?? [], nulls.Shares, share => (object)(double)share.Value);
        if (given is not null)
            cell.Reads(given.Slots.AsSpan());
        return nulls.IsExact ? Exact(table, cell, column, nulls, given, shares) : new NullsPlan(given, [.. shares.Select(share => (double)share!)], null);
    }

    private NullsPlan? Exact(
        TableDraft table, CellDraft cell, ColumnSchema column, NullsSchema nulls, GivenSelector? given, ImmutableArray<object?> shares)
    {
        string name = $"{table.Name}.{cell.Name}";
        if (column.When is not null)
        {
            plan.Bag.Add(PlanDiagnostics.ExactNullsBesideWhen, nulls.Position, name);
            return null;
        }

        // The first part of each cut is null, the rest is not.
        ImmutableArray<ImmutableArray<decimal>> weights = [.. nulls.Shares.All.Select(share => ImmutableArray.Create(share.Value, 1 - share.Value))];
        ExactCut? cut = new ExactBinder(plan, table).Bind($"{cell.Stream}#nulls", given, weights, nulls.Position, name);
        return cut is null ? null : new NullsPlan(given, [.. shares.Select(share => (double)share!)], cut);
    }
}
