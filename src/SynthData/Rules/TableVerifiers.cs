using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules;

/// <summary>Verifies a table's rules while its rows pass, in row order.</summary>
internal sealed class TableVerifiers(TablePlan table)
{
    private readonly ITableVerifier[] verifiers = [.. table.TableRules.Where(rule => !rule.IsByConstruction).Select(rule => Make(table, rule)).OfType<ITableVerifier>()];

    /// <summary>Takes the next rows.</summary>
    /// <param name="keys">Gives the cells of a slot of another table, all rows.</param>
    /// <exception cref="Diagnostics.GenerationException">A rule is broken (SD4).</exception>
    public void Add(Frame frame, Func<int, int, Column> keys)
    {
        foreach (ITableVerifier verifier in verifiers)
            verifier.Add(frame, keys);
    }

    /// <summary>Says that all rows have passed.</summary>
    /// <exception cref="Diagnostics.GenerationException">A rule is broken (SD4).</exception>
    public void Close(long rows)
    {
        foreach (ITableVerifier verifier in verifiers)
            verifier.Close(rows);
    }

    private static ITableVerifier? Make(TablePlan table, TableRulePlan rule) => rule switch
    {
        UniqueCheck unique => new UniqueVerifier(table, unique),
        DependsCheck depends => new DependsVerifier(table, depends),
        ShareCheck share => new ShareVerifier(table, share),
        ForeignKeyCheck key => new ForeignKeyVerifier(table, key),
        _ => null,
    };
}

/// <summary>Verifies one rule.</summary>
internal interface ITableVerifier
{
    void Add(Frame frame, Func<int, int, Column> keys);

    void Close(long rows)
    {
    }
}
