using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Counts the rows for which the condition of a share rule is TRUE.</summary>
internal sealed class ShareCount(CheckContext context, ShareCheck rule) : IRowsCheck
{
    private long holding;

    public void Check(Frame frame)
    {
        var truths = new Truth[frame.Count];
        rule.Condition.Test(frame, truths);
        holding += truths.Count(truth => truth == Truth.True);
    }

    public void Close(long rows)
    {
        decimal share = rows == 0 ? rule.Is : (decimal)holding / rows;
        if (Math.Abs(share - rule.Is) > rule.Within)
            context.Add(DataDiagnostics.ShareOff, rule.Name, rule.Position, () => [context.Table.Name, holding, rows, share, rule.Name, rule.Is, rule.Within]);
    }
}
