using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Says which sources may leave an error in a cell, so that a slice of a row can leave the others out.</summary>
internal static class CellFailure
{
    public static bool Possible(CellSource source, ColumnType type) => source switch
    {
        // A decimal or a 32-bit column may be too narrow for what it receives, and a text may be no JSON.
        ExpressionCells expression => expression.Expression.CanFail || type.Kind is ColumnKind.Decimal or ColumnKind.Int32 or ColumnKind.Json,
        PreviousCells previous => previous.First.CanFail || type.Kind is ColumnKind.Decimal or ColumnKind.Int32 or ColumnKind.Json,
        AggregateCells aggregate => aggregate.Kind == AggregateKind.Sum || aggregate.Argument is { CanFail: true },
        ObjectCells json => json.Object.CanFail,
        TimeSeriesCells or NumberSeriesCells => true,
        TemplateCells template => template.Template.CanFail || template.CheckDigit is not null || type.Kind == ColumnKind.Json,
        // A row may lack every cell that its texts name.
        KnowledgeCells knowledge => knowledge.Plan.Columns.Count > 0 || type.Kind == ColumnKind.Json,
        PatternCells => type.Kind == ColumnKind.Json,
        RangeCells range when type.Kind == ColumnKind.Double && range.Ranges.Any(r => r.Draw is not null) => true,
        RangeCells range => range.Ranges.Any(r => !r.Low.IsConstant || !r.High.IsConstant || (r.IsOpen && RangeCut.Of(type, r) is null or > 0)),
        CasesCells cases => cases.Cases.Any(c => c.When is { CanFail: true } || Possible(c.Source, type)),
        ReferenceRowCells reference => reference.IsDistinct || reference.Filter is not null,
        _ => false,
    };
}
