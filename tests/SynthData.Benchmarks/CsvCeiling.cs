using CsvHelper;

namespace SynthData.Benchmarks;

/// <summary>CsvHelper writing columns that are in memory already: no generator that writes with it can be faster.</summary>
internal static class CsvCeiling
{
    public static readonly CsvWriterOptions Options = new() { NewLine = "\n", HasHeader = false, TrueValue = "true", FalseValue = "false" };

    public static Task WriteAsync(PeopleColumns people, Stream stream)
    {
        using CsvWriter writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        writer.WriteRecord(PeopleColumns.Names);
        for (int row = 0; row < people.Rows; row++)
        {
            writer.WriteField(people.Id[row]);
            writer.WriteField(people.Country[row]);
            writer.WriteField(people.Segment[row]);
            writer.WriteField(people.Status[row]);
            writer.WriteField(people.Name[row]);
            writer.WriteField(people.Email[row]);
            writer.WriteField(people.Amount[row]);
            writer.WriteField(people.Score[row]);
            writer.WriteField(people.Created[row], "yyyy-MM-ddTHH:mm:ss");
            writer.WriteField(people.Member[row]);
            writer.WriteField(people.Age[row]);
            writer.EndRecord();
        }

        writer.Flush();
        return Task.CompletedTask;
    }
}
