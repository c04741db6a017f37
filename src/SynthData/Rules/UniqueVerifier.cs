using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules;

/// <summary>Verifies that no two rows agree in some columns; nulls agree with nothing, and a key has none.</summary>
internal sealed class UniqueVerifier(TablePlan table, UniqueCheck rule) : ITableVerifier
{
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);

    public void Add(Frame frame, Func<int, int, Column> keys)
    {
        for (int row = 0; row < frame.Count; row++)
        {
            string? key = CellKey.Of(table, frame, rule.Slots, row);
            if (key is null && rule.RefusesNull)
                throw new GenerationException(RuleDiagnostics.NullInKey.At(rule.Position, frame.Rows[row], table.Name, CellKey.Names(table, rule.Slots)));
            if (key is not null && !seen.TryAdd(key, frame.Rows[row]))
                throw new GenerationException(RuleDiagnostics.NotUnique.At(
                    rule.Position, seen[key], frame.Rows[row], table.Name, CellKey.Names(table, rule.Slots), rule.Name));
        }
    }
}
