using SynthData.Batches;

namespace SynthData.Benchmarks;

/// <summary>The rows of the benchmark's table as arrays, as a program would hold that has them already.</summary>
internal sealed class PeopleColumns
{
    private PeopleColumns(int rows)
    {
        Id = new long[rows];
        Country = new string[rows];
        Segment = new string[rows];
        Status = new string[rows];
        Name = new string[rows];
        Email = new string[rows];
        Amount = new decimal[rows];
        Score = new double[rows];
        Created = new DateTime[rows];
        Member = new bool[rows];
        Age = new int?[rows];
    }

    public static string[] Names { get; } = ["id", "country", "segment", "status", "name", "email", "amount", "score", "created", "member", "age"];

    public int Rows => Id.Length;

    public long[] Id { get; }

    public string[] Country { get; }

    public string[] Segment { get; }

    public string[] Status { get; }

    public string[] Name { get; }

    public string[] Email { get; }

    public decimal[] Amount { get; }

    public double[] Score { get; }

    public DateTime[] Created { get; }

    public bool[] Member { get; }

    public int?[] Age { get; }

    /// <summary>Makes the rows with SynthData itself, so that every candidate writes the same cells.</summary>
    public static async Task<PeopleColumns> MakeAsync(GenerationPlan plan)
    {
        var columns = new PeopleColumns((int)plan.RowCount("people"));
        await foreach (RowBatch batch in plan.ReadBatchesAsync("people"))
        {
            for (int row = 0; row < batch.RowCount; row++)
                columns.Set((int)batch.FirstRowIndex + row, batch, row);
        }

        return columns;
    }

    private void Set(int place, RowBatch batch, int row)
    {
        Id[place] = (long)batch.GetValue(row, 0)!;
        Country[place] = string.Intern((string)batch.GetValue(row, 1)!);
        Segment[place] = string.Intern((string)batch.GetValue(row, 2)!);
        Status[place] = string.Intern((string)batch.GetValue(row, 3)!);
        Name[place] = (string)batch.GetValue(row, 4)!;
        Email[place] = (string)batch.GetValue(row, 5)!;
        Amount[place] = (decimal)batch.GetValue(row, 6)!;
        Score[place] = (double)batch.GetValue(row, 7)!;
        Created[place] = (DateTime)batch.GetValue(row, 8)!;
        Member[place] = (bool)batch.GetValue(row, 9)!;
        Age[place] = (int?)batch.GetValue(row, 10);
    }
}
