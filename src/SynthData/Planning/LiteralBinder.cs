using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Types scalars by their column: what <c>values</c>, <c>constant</c> and listed rows say.</summary>
internal static class LiteralBinder
{
    /// <summary>All-integer values are int64, decimal literals double, everything else text.</summary>
    public static ColumnType Infer(IEnumerable<SchemaScalar> scalars)
    {
        var type = ColumnType.Int64;
        foreach (SchemaScalar scalar in scalars.Where(scalar => !scalar.IsNull))
        {
            if (scalar.IsQuoted)
                return ColumnType.Text;
            string text = scalar.Text.Replace("_", "", StringComparison.Ordinal);
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                continue;
            if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                return ColumnType.Text;
            type = new ColumnType(ColumnKind.Double);
        }

        return type;
    }

    /// <summary>Parses scalars as cells of a type; each that does not fit is told.</summary>
    public static LiteralCells Bind(IReadOnlyList<SchemaScalar> scalars, ColumnType type, string column, DiagnosticBag bag)
    {
        Column cells = Column.For(type);
        cells.Reset(scalars.Count);
        if (cells is TextColumn text)
            text.UsePool(new TextPool([.. scalars.Select(scalar => scalar.Text)]));
        var texts = ImmutableArray.CreateBuilder<string>(scalars.Count);
        for (int index = 0; index < scalars.Count; index++)
        {
            SchemaScalar scalar = scalars[index];
            texts.Add(scalar.Text);
            if (scalar.IsNull)
                cells.States[index] = CellState.Null;
            else if (cells is TextColumn pooled && (type.Kind != ColumnKind.Json || IsParsed(scalar, type)))
                pooled.Codes[index] = index;
            else if (cells is TextColumn)
                bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, column, Sample(type));
            else if (!TryParse(scalar, type, cells, index))
                bag.Add(PlanDiagnostics.LiteralDoesNotFit, scalar.Position, scalar.Text, type, column, Sample(type));
            else
                texts[index] = CellText.Format(cells, index, type);
        }

        return new LiteralCells(cells, texts.MoveToImmutable());
    }

    private static bool IsParsed(SchemaScalar scalar, ColumnType type)
    {
        Column cell = Column.For(type);
        cell.Reset(1);
        return CellText.TryParse(scalar.Text, type, cell, 0);
    }

    public static bool TryParse(SchemaScalar scalar, ColumnType type, Column target, int row)
    {
        string text = type.IsNumeric ? scalar.Text.Replace("_", "", StringComparison.Ordinal) : scalar.Text;
        return CellText.TryParse(text, type, target, row);
    }

    /// <summary>A value of a type, for messages.</summary>
    public static string Sample(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => "true",
        ColumnKind.Int32 or ColumnKind.Int64 => "42",
        ColumnKind.Double => "1.5",
        ColumnKind.Decimal => CellText.ToDecimal(1, type.Scale).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Date => "2024-01-31",
        ColumnKind.Time => "10:00:00",
        ColumnKind.Timestamp => "2024-01-31T10:00:00",
        ColumnKind.Uuid => "0190f5a0-3c1e-8a00-8000-000000000001",
        ColumnKind.Json => """{"a": 1}""",
        _ => "text",
    };
}
