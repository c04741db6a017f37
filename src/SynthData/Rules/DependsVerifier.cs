using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules;

/// <summary>Verifies that equal values of some columns mean equal values of another.</summary>
internal sealed class DependsVerifier(TablePlan table, DependsCheck rule) : ITableVerifier
{
    private readonly Dictionary<string, (string? Value, long Row)> seen = new(StringComparer.Ordinal);

    public void Add(Frame frame, Func<int, int, Column> keys)
    {
        for (int row = 0; row < frame.Count; row++)
        {
            string? key = CellKey.Of(table, frame, rule.By, row);
            if (key is null)
                continue;
            string? value = CellKey.Of(table, frame, [rule.Determined], row);
            if (!seen.TryAdd(key, (value, frame.Rows[row])) && seen[key].Value != value)
            {
                throw new GenerationException(RuleDiagnostics.NotDetermined.At(
                    rule.Position, seen[key].Row, frame.Rows[row], table.Name, CellKey.Names(table, rule.By), table.Cells[rule.Determined].Name, rule.Name));
            }
        }
    }
}
