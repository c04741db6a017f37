namespace SynthData.Planning;

/// <summary>Says which sources may leave an error in a cell, so that a slice of a row can leave the others out.</summary>
internal static class CellFailure
{
    public static bool Possible(CellSource source) => source switch
    {
        ExpressionCells expression => expression.Expression.CanFail,
        TemplateCells template => template.Template.CanFail,
        RangeCells range => range.Ranges.Any(r => !r.Low.IsConstant || !r.High.IsConstant),
        CasesCells cases => cases.Cases.Any(c => c.When is { CanFail: true } || Possible(c.Source)),
        ReferenceRowCells reference => reference.IsDistinct,
        _ => false,
    };
}
