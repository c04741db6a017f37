using System.Globalization;
using System.Text;
using CsCheck;
using SynthData.Batches;
using SynthData.Numerics;
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

    [Fact]
    public void Every_day_is_spelled_as_the_calendar_spells_it()
    {
        byte[] bytes = new byte[CellBytes.MaxLength];
        for (int number = 0; number <= DateOnly.MaxValue.DayNumber; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            int length = CellBytes.FormatDate(CellText.FromDate(day), bytes);
            if (!Encoding.UTF8.GetString(bytes, 0, length).Equals(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal))
                Assert.Fail($"{day:O} was written as {Encoding.UTF8.GetString(bytes, 0, length)}.");
        }
    }

    [Fact]
    public void Whole_numbers_of_every_length_have_their_digits()
    {
        byte[] bytes = new byte[CellBytes.MaxLength];
        for (ulong power = 1; ; power *= 10)
        {
            foreach (ulong number in (ulong[])[power - 1, power, power + 1, power + (power / 3)])
                Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(bytes, 0, AsciiDigits.Write(number, bytes)));
            if (power == 10_000_000_000_000_000_000)
                break;
        }

        Assert.Equal("18446744073709551615", Encoding.UTF8.GetString(bytes, 0, AsciiDigits.Write(ulong.MaxValue, bytes)));
        Assert.Equal("-9223372036854775808", Encoding.UTF8.GetString(bytes, 0, CellBytes.FormatWhole(long.MinValue, bytes)));
    }
}
