namespace SynthData.Sources.Model.Sending.Spending;

/// <summary>The budget has no room for one more call.</summary>
/// <param name="shortage">Which budget, and what about it.</param>
/// <param name="spent">What was bought.</param>
internal sealed class BudgetSpentException(string shortage, string spent) : Exception($"the budget of {shortage}.")
{
    public string Shortage { get; } = shortage;

    public string Spent { get; } = spent;
}
