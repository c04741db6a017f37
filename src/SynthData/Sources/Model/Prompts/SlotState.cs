using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Prompts;

/// <summary>How far one slot has come: what is settled, how often each cell was asked, what was wrong last.</summary>
internal sealed class SlotState(PromptSlot slot)
{
    private readonly string?[] texts = new string?[slot.IsAsked.Length];
    private readonly bool[] isSettled = new bool[slot.IsAsked.Length];
    private readonly AskCount[] asks = new AskCount[slot.IsAsked.Length];
    private bool wasRefused;

    public PromptSlot Slot { get; private set; } = slot;

    /// <summary>What was wrong with the last answer; told to the model when it is asked again.</summary>
    public List<SlotProblem> Problems { get; } = [];

    /// <summary>Whether the last answer was the row's first refusal: it is asked once more in other words, and after that as any other.</summary>
    public bool IsReworded { get; private set; }

    /// <summary>Whether every rule was checked and kept.</summary>
    public bool IsRight { get; set; }

    /// <summary>Whether a rule is broken that no cell asked for could mend.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>How often the row got its next draw because it stayed wrong.</summary>
    public int Redraws { get; private set; }

    public bool IsComplete => !OpenColumns().Any();

    public string? this[int column] => texts[column];

    /// <summary>How often the cell asked for most was asked for.</summary>
    public int Asks => asks.Max(count => count.All);

    public int AsksOf(int column) => asks[column].All;

    /// <summary>The columns still to be filled.</summary>
    public IEnumerable<int> OpenColumns() => Enumerable.Range(0, texts.Length).Where(column => Slot.IsAsked[column] && !isSettled[column]);

    /// <summary>Whether a cell that is still open has been asked as often as it may be.</summary>
    /// <param name="mostAsks">Asks that the model answered, rightly or wrongly.</param>
    /// <param name="mostUnheard">Asks whose reply ended before it came to this row.</param>
    public bool IsSpent(int mostAsks, int mostUnheard) => OpenColumns().Any(column => asks[column].IsSpent(mostAsks, mostUnheard));

    /// <param name="isHeard">False when the reply was cut or broken before it came to this row, which is no fault of the answer.</param>
    public void CountAsk(int column, bool isHeard) => asks[column] = asks[column].Next(isHeard);

    /// <summary>Begins a new answer of the row: what was wrong with the one before has been told.</summary>
    /// <param name="isRefusal">Whether the model declined to answer it.</param>
    public void Hear(bool isRefusal)
    {
        Problems.Clear();
        IsReworded = isRefusal && !wasRefused;
        wasRefused |= isRefusal;
    }

    public void Settle(int column, string? text)
    {
        texts[column] = text;
        isSettled[column] = true;
    }

    public void Open(int column)
    {
        texts[column] = null;
        isSettled[column] = false;
        IsRight = false;
    }

    /// <summary>Notes that a rule is broken that no cell asked for could mend.</summary>
    public void GetStuck()
    {
        IsStuck = true;
        IsRight = false;
    }

    /// <summary>Begins anew with the row's next draw; ask numbers go on, so that no answer is taken for another.</summary>
    /// <param name="stays">Whether a column's text, where it has one, fits the new draw as well.</param>
    public void Redraw(PromptSlot next, Func<int, bool> stays)
    {
        Redraws++;
        for (int column = 0; column < texts.Length; column++)
        {
            if (!isSettled[column] || !next.IsAsked[column] || !stays(column))
                Open(column);
            asks[column] = asks[column].Anew();
        }

        Slot = next;
        IsStuck = false;
        IsRight = false;
        IsReworded = false;
        wasRefused = false;
        Problems.Clear();
    }

    public PromptAnswer ToAnswer() => new(Slot.RowIndex, ImmutableArray.Create(texts));
}
