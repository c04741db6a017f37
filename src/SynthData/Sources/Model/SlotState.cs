using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Sources.Model;

/// <summary>How far one slot has come: what is settled, how often each cell was asked, what was wrong last.</summary>
internal sealed class SlotState(PromptSlot slot)
{
    private readonly string?[] texts = new string?[slot.IsAsked.Length];
    private readonly int[] asks = new int[slot.IsAsked.Length];
    private readonly int[] unheard = new int[slot.IsAsked.Length];

    public PromptSlot Slot { get; } = slot;

    /// <summary>What was wrong with the last answer; told to the model when it is asked again.</summary>
    public List<SlotProblem> Problems { get; } = [];

    /// <summary>Whether every rule was checked and kept.</summary>
    public bool IsRight { get; set; }

    /// <summary>Whether a rule is broken that no cell asked for could mend.</summary>
    public bool IsStuck { get; set; }

    public bool IsComplete => !OpenColumns().Any();

    public string? this[int column] => texts[column];

    /// <summary>How often the cell asked for most was asked for.</summary>
    public int Asks => asks.Max();

    public int AsksOf(int column) => asks[column];

    /// <summary>The columns still to be filled.</summary>
    public IEnumerable<int> OpenColumns() => Enumerable.Range(0, texts.Length).Where(column => Slot.IsAsked[column] && texts[column] is null);

    /// <summary>Whether a cell that is still open has been asked as often as it may be.</summary>
    /// <param name="mostAsks">Asks that the model answered, rightly or wrongly.</param>
    /// <param name="mostUnheard">Asks whose reply ended before it came to this row.</param>
    public bool IsSpent(int mostAsks, int mostUnheard) =>
        OpenColumns().Any(column => asks[column] - unheard[column] >= mostAsks || unheard[column] >= mostUnheard);

    /// <param name="isHeard">False when the reply was cut or broken before it came to this row, which is no fault of the answer.</param>
    public void CountAsk(int column, bool isHeard)
    {
        asks[column]++;
        if (!isHeard)
            unheard[column]++;
    }

    public void Settle(int column, string text) => texts[column] = text;

    public void Open(int column)
    {
        texts[column] = null;
        IsRight = false;
    }

    public PromptAnswer ToAnswer() => new(Slot.RowIndex, ImmutableArray.Create(texts));
}

/// <summary>Why a cell or row of a reply was not taken.</summary>
/// <param name="Rule">The rule's name or text, or the column.</param>
/// <param name="Message">What is wrong and what would be right, as told to the model.</param>
internal sealed record SlotProblem(string Code, string Rule, string Message)
{
    public static SlotProblem Of(DiagnosticDescriptor descriptor, string rule, params object?[] args)
    {
        Diagnostic diagnostic = descriptor.At(null, args);
        return new SlotProblem(descriptor.Code, rule, $"{diagnostic.Message} {diagnostic.Fix}");
    }
}

/// <summary>The cells of one slot that a call asks for.</summary>
/// <param name="Have">Texts of cells already answered, by column; the others are null.</param>
internal sealed record SlotAsk(SlotState State, ImmutableArray<int> Columns, ImmutableArray<string?> Have)
{
    public long RowIndex => State.Slot.RowIndex;

    /// <summary>Asks for everything still open.</summary>
    public static SlotAsk Of(SlotState state) => new(
        state, [.. state.OpenColumns()], [.. Enumerable.Range(0, state.Slot.IsAsked.Length).Select(column => state[column])]);
}
