namespace SynthData.Planning;

/// <summary>The case of a conditional option by row: 0 for all without a condition, -1 where none holds.</summary>
internal readonly struct GivenCases(int[]? cases)
{
    public int this[int row] => cases is null ? 0 : cases[row];
}
