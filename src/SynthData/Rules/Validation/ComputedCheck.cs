using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that cells are what their expression or template gives, computed again.</summary>
internal sealed class ComputedCheck(CellPlan cell, CellSource source) : SourceCheck
{
    // Engines agree on sums and products of doubles, not on the last places of logarithms and powers.
    private const double Tolerance = 1e-12;

    private readonly CellPlan computed = cell with { Source = source, When = null, Nulls = null };

    public override ImmutableArray<int> Reads => source switch
    {
        ExpressionCells expression => expression.Expression.Slots,
        ObjectCells json => json.Object.Slots,
        _ => ((TemplateCells)source).Template.Slots,
    };

    private string Text => source switch
    {
        ExpressionCells expression => expression.Expression.Text,
        ObjectCells json => $"an object of {string.Join(", ", json.Object.Expressions.Select(part => part.Text))}",
        _ => ((TemplateCells)source).Template.Source.Text,
    };

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        Column expected = ComputedCells.Fill(computed, frame);
        for (int row = 0; row < found.Length; row++)
            found[row] = new Misfit(Compare(cells, expected, row), this);
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
        if (kind == MisfitKind.NoValue)
            context.Add(DataDiagnostics.NoValue, cell.Name, cell.Position, () =>
                [context.Places.Of(frame.Rows[row]), $"column '{context.Name(cell.Slot)}'", Explain(frame, row)]);
        else
            context.AddCell(DataDiagnostics.ComputedOtherwise, cell, frame, row, () => [Text, context.Show(ComputedCells.Fill(computed, frame), row, cell.Type)]);
    }

    private MisfitKind Compare(Column cells, Column expected, int row)
    {
        if (expected.States[row] == CellState.Error)
            return MisfitKind.NoValue;
        if (expected.States[row] == CellState.Null)
            return cells.States[row] == CellState.Null ? MisfitKind.None : MisfitKind.Other;
        if (cells.States[row] == CellState.Null)
            return MisfitKind.Other;
        return AreEqual(cells, expected, row) || (cells is TextColumn text && IsSameJson(text[row], ((TextColumn)expected)[row])) ? MisfitKind.None : MisfitKind.Other;
    }

    private static bool AreEqual(Column cells, Column expected, int row) => (cells, expected) switch
    {
        (Int64Column found, Int64Column wanted) => found[row] == wanted[row],
        (DoubleColumn found, DoubleColumn wanted) => Math.Abs(found[row] - wanted[row]) <= Tolerance * Math.Max(Math.Abs(found[row]), Math.Abs(wanted[row])),
        (Int128Column found, Int128Column wanted) => found[row] == wanted[row],
        (TextColumn found, TextColumn wanted) => found[row].SequenceEqual(wanted[row]),
        _ => false,
    };

    // Blanks, the order of names and how numbers are written are no part of what JSON says.
    private bool IsSameJson(ReadOnlySpan<char> found, ReadOnlySpan<char> wanted)
    {
        if (source is not ObjectCells)
            return false;
        try
        {
            using var first = JsonDocument.Parse(found.ToString());
            using var second = JsonDocument.Parse(wanted.ToString());
            return JsonElement.DeepEquals(first.RootElement, second.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string Explain(Frame frame, int row)
    {
        IEnumerable<BoundExpression> parts = source switch
        {
            ExpressionCells expression => [expression.Expression],
            ObjectCells json => json.Object.Expressions,
            _ => ((TemplateCells)source).Template.Expressions,
        };
        return parts.Select(part => source is ExpressionCells ? part.Explain(frame, row, computed.Type) : part.Explain(frame, row))
            .FirstOrDefault(found => found is not null)?.Message ?? "";
    }
}
