using SynthData.Batches;
using SynthData.Comparing;
using SynthData.Comparing.Sampling;
using SynthData.Schema;

namespace SynthData.Tests.Comparing;

public class RowSampleTests
{
    [Fact]
    public void A_sample_as_great_as_its_table_holds_every_row_once() =>
        Assert.Equal(Enumerable.Range(0, 1_000).Select(row => (double)row), Sample(1_000, 1_000, 64).Order());

    [Fact]
    public void A_smaller_sample_is_the_beginning_of_a_greater_one_and_batches_change_nothing()
    {
        double[] greater = Sample(5_000, 500, 4_096);
        Assert.Equal(500, greater.Distinct().Count());
        Assert.Equal(greater[..50], Sample(5_000, 50, 7));
    }

    [Fact]
    public void Rows_of_each_part_of_a_table_are_as_many_as_chance_makes_them()
    {
        // 1,000 of 20,000 rows: 100 of each tenth, with a standard deviation of about 9.
        int[] tenths = [.. Sample(20_000, 1_000, 4_096).GroupBy(row => (int)row / 2_000).Select(tenth => tenth.Count())];
        Assert.Equal(10, tenths.Length);
        Assert.All(tenths, rows => Assert.InRange(rows, 60, 140));
    }

    private static double[] Sample(int rows, int capacity, int batchRows)
    {
        var column = SampledColumn.For("n", ColumnType.Int64, CellClass.Number);
        var sample = new RowSample([column], capacity);
        for (int first = 0; first < rows; first += batchRows)
        {
            var cells = new Int64Column();
            cells.Reset(Math.Min(batchRows, rows - first));
            for (int row = 0; row < cells.Count; row++)
                cells[row] = first + row;
            sample.Add(new RowBatch("t", first, cells.Count, [new BatchColumn("n", ColumnType.Int64)], [cells]));
        }

        SampledTable closed = sample.Close();
        Assert.Equal(rows, closed.Rows);
        return [.. closed.NumbersOf(0, capacity)];
    }
}
