using SynthData.Batches;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>What one side says of a cell: a text for values, <see cref="Verdict.Null"/>, or <see cref="Verdict.Error"/>.</summary>
internal readonly record struct Verdict(CellState State, string Text)
{
    public static Verdict Null => new(CellState.Null, "null");

    public static Verdict Error => new(CellState.Error, "error");

    public static Verdict Of(string text) => new(CellState.Value, text);

    public override string ToString() => State == CellState.Value ? $"«{Text}»" : Text;
}
