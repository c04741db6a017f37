using SynthData.Batches;
using SynthData.Planning;
using SynthData.Rules;

namespace SynthData.Run;

/// <summary>Looks at the first draws of a table's first rows, to tell how often its rules will reject.</summary>
internal static class RuleProbe
{
    /// <summary>Broken first draws by rule.</summary>
    public static IReadOnlyDictionary<string, int> Count(DatasetRun run, TablePlan table, int rows)
    {
        var broken = new Dictionary<string, int>(StringComparer.Ordinal);
        if (table.IsSequential || table.RowRules.IsEmpty || rows == 0)
            return broken;

        TableProgram program = run.Program(table.Index);
        var frame = new Frame(table.Cells.Length);
        frame.Reset(RowIndices.From(0, rows));
        program.Fill(frame, program.Whole.Slots);
        foreach (RowRulePlan rule in program.Whole.Rules)
        {
            RuleVerdicts verdicts = RowRule.Check(rule, frame);
            int count = 0;
            for (int row = 0; row < rows; row++)
                count += verdicts.IsBroken(row) ? 1 : 0;
            broken[rule.Name] = count;
        }

        return broken;
    }
}
