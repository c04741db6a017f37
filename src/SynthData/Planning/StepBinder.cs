using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds the step of a range's grid, in the column's storage units.</summary>
internal sealed class StepBinder(PlanDraft plan, ColumnType type, string name)
{
    /// <summary>Timestamps and times have whole seconds unless a step says else; doubles are a continuum, which is 0.</summary>
    public long Default => type.Kind switch
    {
        ColumnKind.Double => 0,
        ColumnKind.Time or ColumnKind.Timestamp => CellText.MicrosPerSecond,
        _ => 1,
    };

    /// <summary>Gives the step as a number; null where it is wrong, which is told.</summary>
    public object? Bind(SchemaScalar scalar)
    {
        if (type.IsTemporal)
        {
            // Months and years have no one length, so a grid cannot step by them.
            bool isEven = !scalar.Text.EndsWith('y') && !scalar.Text.EndsWith("mo", StringComparison.Ordinal);
            long micros = isEven ? RangeText.Micros(plan, scalar) ?? 0 : 0;
            long units = type.Kind != ColumnKind.Date ? micros : micros % CellText.MicrosPerDay == 0 ? micros / CellText.MicrosPerDay : 0;
            if (units > 0)
                return units;
        }
        else if (type.Kind == ColumnKind.Double)
        {
            // A double's step is kept in units of 1e-9, exact for every step people write.
            if (CellText.TryParseDecimal(scalar.Text, ColumnType.Decimal(9), out long nanos) && nanos > 0)
                return nanos;
        }
        else
        {
            Column cell = Column.For(type);
            cell.Reset(1);
            if (LiteralBinder.TryParse(scalar, type, cell, 0) && ((Int64Column)cell)[0] > 0)
                return ((Int64Column)cell)[0];
        }

        string sample = type.Kind == ColumnKind.Date ? "7d" : type.IsTemporal ? "15min" : LiteralBinder.Sample(type);
        plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, name + " (step)", sample);
        return null;
    }
}
