using System.Text;
using CsCheck;
using SynthData.Batches;
using SynthData.Output;

namespace SynthData.Tests.Output;

public class CellBytesTests
{
    [Fact]
    public void Cells_are_spelled_as_CellText_spells_them() => BatchGen.Rows.Sample(
        table =>
        {
            RowBatch batch = TestBatches.Of("t", table.Columns, table.Rows);
            for (int column = 0; column < batch.Columns.Length; column++)
            {
                for (int row = 0; row < batch.RowCount; row++)
                {
                    if (batch.IsNull(row, column) || batch.Columns[column].Type.IsText)
                        continue;
                    byte[] bytes = new byte[CellBytes.MaxLength];
                    int length = CellBytes.Format(batch.Cells(column), row, batch.Columns[column].Type, bytes);
                    Assert.Equal(CellText.Format(batch.Cells(column), row, batch.Columns[column].Type), Encoding.UTF8.GetString(bytes, 0, length));
                }
            }
        },
        iter: 300);
}
