using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks the number of rows against a <c>rows</c> rule.</summary>
internal sealed class RowCount(CheckContext context, RowsCheck rule) : IRowsCheck
{
    public void Check(Frame frame)
    {
    }

    public void Close(long rows)
    {
        if (rows < rule.Low || rows > rule.High)
            context.Add(DataDiagnostics.RowsOff, rule.Name, rule.Position, () => [context.Table.Name, rows, rule.Name, rule.Low, rule.High]);
    }
}
