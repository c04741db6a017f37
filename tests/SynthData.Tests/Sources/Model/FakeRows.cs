using SynthData.Planning;

namespace SynthData.Tests.Sources.Model;

/// <summary>Rows whose known cells and rules a test writes by hand.</summary>
internal sealed class FakeRows(Func<long, PromptSlot> slot, Func<PromptAnswer, PromptViolation?>? rule = null) : IPromptRows
{
    public IReadOnlyList<PromptSlot> Slots(long first, int count) => [.. Enumerable.Range(0, count).Select(index => slot(first + index))];

    public IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers) =>
        rule is null ? [] : [.. answers.Select(rule).OfType<PromptViolation>()];

    public PromptSlot? Redraw(long rowIndex) => null;

    public bool TryFallback(long rowIndex, int column, out string? text)
    {
        text = null;
        return false;
    }
}
