using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Rules;

namespace SynthData.Compile;

/// <summary>Tries the row rules that read nothing but the columns of a group on some readings of an entry. Thread-safe.</summary>
internal sealed class RuleTrial(TablePlan table, EntryGroup group)
{
    private const int Readings = 16;

    private readonly ImmutableArray<int> slots = [.. group.Names.Select(name => table.Find(name)!.Slot)];
    private readonly ImmutableArray<RowRulePlan> rules = RulesOf(table, group);
    private readonly StreamKey chance = StreamKey.For(group.Table.Seed, 1, group.Table.Table, "knowledge,,trial");

    /// <summary>The rules that a reading breaks.</summary>
    public IEnumerable<PromptViolation> Find(long rowIndex, ImmutableArray<KnowledgeText> texts)
    {
        if (rules.IsEmpty)
            return [];
        var frame = new Frame(table.Cells.Length);
        frame.Reset([.. Enumerable.Range(0, Readings).Select(reading => (long)reading)]);
        for (int place = 0; place < slots.Length; place++)
        {
            CellPlan cell = table.Cells[slots[place]];
            Column column = frame.Empty(cell.Slot, cell.Type);
            for (int reading = 0; reading < Readings; reading++)
            {
                if (!CellText.TryParse(Read(rowIndex, texts[place], place, reading), cell.Type, column, reading))
                    column.States[reading] = CellState.Null;
            }

            frame[cell.Slot] = column;
        }

        return [.. rules.Select(rule => Broken(rule, frame, rowIndex)).OfType<PromptViolation>()];
    }

    private string Read(long rowIndex, KnowledgeText text, int place, int reading)
    {
        uint word = 0;
        int row = (int)(chance.Word(rowIndex, (byte)reading, 0) % (ulong)Math.Max(1, group.Sample.Rows.Length));
        return TextShape.Read(
            text.Parts,
            count => (long)(chance.Derive($"{place}").Word(rowIndex, (byte)reading, word++) % (ulong)count),
            name => group.Sample.Rows.IsEmpty ? "" : group.Sample[row, Known(name)] ?? "");
    }

    private int Known(string name) => group.Conditions.Concat(group.Places).First(known => group.NameOf(known) == name);

    private PromptViolation? Broken(RowRulePlan rule, Frame frame, long rowIndex)
    {
        using RuleVerdicts verdicts = RowRule.Check(rule, frame);
        for (int reading = 0; reading < Readings; reading++)
        {
            if (!verdicts.IsBroken(reading))
                continue;
            string cells = string.Join(", ", rule.Check.Slots.Select(slot => $"{table.Cells[slot].Name} = '{CellText.Format(frame[slot], reading, table.Cells[slot].Type)}'"));
            return new PromptViolation(
                rowIndex, RuleDiagnostics.RowRuleBroken.Code, rule.Name, $"Rule '{rule.Name}' does not hold for the reading {cells}.{(rule.Why is null ? "" : " " + rule.Why)}",
                [.. rule.Check.Slots.Select(slot => table.Cells[slot].Name)]);
        }

        return null;
    }

    private static ImmutableArray<RowRulePlan> RulesOf(TablePlan table, EntryGroup group)
    {
        HashSet<int> own = [.. group.Names.Select(name => table.Find(name)!.Slot)];
        return [.. table.RowRules.Where(rule => rule.Check.Slots.Any() && rule.Check.Slots.All(own.Contains) && !group.Names.Any(name => rule.Name == $"length of {name}"))];
    }
}
