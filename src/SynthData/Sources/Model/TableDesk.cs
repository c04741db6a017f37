using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>What every wave of a table works with: its words and rows, the desk its calls go over, and the tally of what was wrong.</summary>
internal sealed record TableDesk(TablePrompt Prompt, IPromptRows Rows, CallDesk Calls, RunTally Tally, PromptEngineOptions Options)
{
    public PromptTable Table => Prompt.Table;

    public ImmutableArray<PromptColumn> Columns => Prompt.Table.Columns;

    /// <summary>Notes what is wrong with a slot's answer, to be counted and told to the model.</summary>
    public void Reject(SlotState slot, SlotProblem problem)
    {
        slot.Problems.Add(problem);
        Tally.Reject(Table.Table, problem);
    }
}
