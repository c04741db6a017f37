using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds the ends of a range, or of distances from an anchor, to constants or expressions of the column's type.</summary>
internal sealed class RangeEndBinder(PlanDraft plan, TableDraft table, ColumnType type, string name)
{
    /// <summary>The limits of a type that is drawn without a range.</summary>
    public static object Limits(ColumnType type) => type.Kind switch
    {
        ColumnKind.Int32 => (new RangeEnd(0, int.MinValue, null), new RangeEnd(0, int.MaxValue, null)),
        ColumnKind.Int64 => (new RangeEnd(0, -(1L << 62), null), new RangeEnd(0, 1L << 62, null)),
        ColumnKind.Decimal => (new RangeEnd(0, 1 - CellText.PowerOfTen(type.Precision), null), new RangeEnd(0, CellText.PowerOfTen(type.Precision) - 1, null)),
        _ => (new RangeEnd(double.NegativeInfinity, 0, null), new RangeEnd(double.PositiveInfinity, 0, null)),
    };

    /// <summary>Gives both ends as a pair; null where one is wrong, which is told.</summary>
    public object? Ends(SourceSchema source, RangeEnds ends)
    {
        RangeEnd? low;
        RangeEnd? high;
        if (source is OffsetSource offset)
        {
            if (RangeText.Micros(plan, ends.Low) > RangeText.Micros(plan, ends.High))
            {
                plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, ends.Position, name, ends.Low.Text, ends.High.Text);
                return null;
            }

            string anchor = RangeText.Anchor(offset.Anchor);
            (string near, string far) = (RangeText.Distance(ends.Low.Text), RangeText.Distance(ends.High.Text));
            low = Expression($"({anchor}) {(offset.IsAfter ? $"+ ({near})" : $"- ({far})")}", offset.Anchor.Position);
            high = Expression($"({anchor}) {(offset.IsAfter ? $"+ ({far})" : $"- ({near})")}", offset.Anchor.Position);
        }
        else
        {
            low = End(ends.Low);
            high = End(ends.High);
        }

        if (low is not { } first || high is not { } last)
            return null;
        if (Math.Max(Math.Abs(first.Number), Math.Abs(last.Number)) > RangeCut.FarthestEnd)
        {
            plan.Bag.Add(PlanDiagnostics.RangeTooWide, ends.Position, name, RangeCut.FarthestEnd);
            return null;
        }

        if (first.IsConstant && last.IsConstant && (type.Kind == ColumnKind.Double ? first.Number > last.Number : first.Units > last.Units))
        {
            plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, ends.Position, name, ends.Low.Text, ends.High.Text);
            return null;
        }

        return (first, last);
    }

    /// <summary>Binds what distances are measured from.</summary>
    public RangeEnd? Anchor(SchemaScalar scalar) => Expression(RangeText.Anchor(scalar), scalar.Position);

    // A literal of the column's type, else a signed duration, else 'today', else an expression.
    private RangeEnd? End(SchemaScalar scalar)
    {
        Column cell = Column.For(type);
        cell.Reset(1);
        if (LiteralBinder.TryParse(scalar, type, cell, 0))
            return Constant(cell, type);
        if (type.Kind == ColumnKind.Timestamp && CellText.TryParseDate(scalar.Text, out long days))
            return new RangeEnd(0, days * CellText.MicrosPerDay, null);
        if (type.IsNumeric && RangeText.IsNumber(scalar.Text))
        {
            plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, name, LiteralBinder.Sample(type));
            return null;
        }

        return Expression(RangeText.Anchor(scalar), scalar.Position);
    }

    private RangeEnd? Expression(string text, SourcePosition position)
    {
        if (type.IsNumeric && RangeText.IsDateLike(text))
        {
            plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, position, text, type, name, LiteralBinder.Sample(type));
            return null;
        }

        BoundExpression? expression = plan.Expression(table, new ExpressionText(text, position));
        if (expression is null)
            return null;
        if (!expression.CanBecome(type))
        {
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, position, name, type, expression.Type);
            return null;
        }

        if (expression.Slots.Length > 0)
            return new RangeEnd(0, 0, expression);
        var frame = new Frame(0);
        frame.Reset([0]);
        Column value = Column.For(type);
        expression.EvaluateInto(frame, value, type);
        if (value.States[0] == CellState.Value)
            return Constant(value, type);
        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, position, text, type, name, LiteralBinder.Sample(type));
        return null;
    }

    private static RangeEnd Constant(Column cell, ColumnType type) =>
        type.Kind == ColumnKind.Double ? new RangeEnd(((DoubleColumn)cell)[0], 0, null) : new RangeEnd(0, ((Int64Column)cell)[0], null);
}
