using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks a row rule: it is broken only where it is FALSE, or where it cannot be computed.</summary>
internal sealed class RowRuleCheck(CheckContext context, RowRulePlan rule) : IRowsCheck
{
    public void Check(Frame frame)
    {
        var truths = new Truth[frame.Count];
        rule.Check.Test(frame, truths);
        bool[] isUnreadable = CheckContext.Unreadable(frame, rule.Check.Slots);
        for (int row = 0; row < frame.Count; row++)
        {
            if (isUnreadable[row])
                continue;
            if (truths[row] == Truth.False)
                TellBroken(frame, row);
            else if (truths[row] == Truth.Error)
                TellFailed(frame, row);
        }
    }

    private void TellBroken(Frame frame, int row) => context.Add(DataDiagnostics.RuleBroken, rule.Name, rule.Position, () =>
        [context.Places.Of(frame.Rows[row]), rule.Name, context.Table.Name, context.ShowAll(frame, rule.Check.Slots, row), rule.Why is null ? "" : $" {rule.Why}"]);

    private void TellFailed(Frame frame, int row) => context.Add(DataDiagnostics.NoValue, rule.Name, rule.Position, () =>
        [context.Places.Of(frame.Rows[row]), $"rule '{rule.Name}' of table '{context.Table.Name}'", rule.Check.Explain(frame, row)?.Message]);
}
