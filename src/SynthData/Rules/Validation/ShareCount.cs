using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Counts the rows for which the condition of a share rule is TRUE.</summary>
internal sealed class ShareCount(CheckContext context, ShareCheck rule) : IRowsCheck
{
    private long holding;
    private long unknown;

    public void Check(Frame frame)
    {
        var truths = new Truth[frame.Count];
        rule.Condition.Test(frame, truths);
        bool[] isUnreadable = CheckContext.Unreadable(frame, rule.Condition.Slots);
        for (int row = 0; row < truths.Length; row++)
        {
            unknown += isUnreadable[row] ? 1 : 0;
            holding += !isUnreadable[row] && truths[row] == Truth.True ? 1 : 0;
        }
    }

    public void Close(long rows)
    {
        // Rows with an error cell, told or marked already, may have kept the condition or not.
        decimal share = rows == 0 ? rule.Is : (decimal)holding / rows;
        decimal most = rows == 0 ? rule.Is : (decimal)(holding + unknown) / rows;
        if (share > rule.Is + rule.Within || most < rule.Is - rule.Within)
            context.Add(DataDiagnostics.ShareOff, rule.Name, rule.Position, () => [context.Table.Name, holding, rows, share, rule.Name, rule.Is, rule.Within]);
    }
}
