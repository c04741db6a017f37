using Parquet;
using Parquet.Schema;

namespace SynthData.Benchmarks;

/// <summary>Parquet.Net writing columns that are in memory already, with the settings SynthData writes with.</summary>
internal static class ParquetCeiling
{
    private const int RowGroupRows = 250_000;

    private static readonly DataField[] Fields =
    [
        new DataField<long>("id"),
        new DataField<string>("country", false),
        new DataField<string>("segment", false),
        new DataField<string>("status", false),
        new DataField<string>("name", false),
        new DataField<string>("email", false),
        new DecimalDataField("amount", 18, 2),
        new DataField<double>("score"),
        new DateTimeDataField("created", DateTimeFormat.DateAndTimeMicros),
        new DataField<bool>("member"),
        new DataField<int?>("age"),
    ];

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Snappy,
        CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
        ColumnEncodingHints =
        {
            ["country"] = EncodingHint.Dictionary,
            ["segment"] = EncodingHint.Dictionary,
            ["status"] = EncodingHint.Dictionary,
            ["name"] = EncodingHint.Dictionary,
        },
    };

    public static async Task WriteAsync(PeopleColumns people, Stream stream)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(Fields), stream, Options);
        for (int start = 0; start < people.Rows; start += RowGroupRows)
        {
            int count = Math.Min(RowGroupRows, people.Rows - start);
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<long>(Fields[0], people.Id.AsMemory(start, count));
            await group.WriteAsync(Fields[1], new ArraySegment<string>(people.Country, start, count));
            await group.WriteAsync(Fields[2], new ArraySegment<string>(people.Segment, start, count));
            await group.WriteAsync(Fields[3], new ArraySegment<string>(people.Status, start, count));
            await group.WriteAsync(Fields[4], new ArraySegment<string>(people.Name, start, count));
            await group.WriteAsync(Fields[5], new ArraySegment<string>(people.Email, start, count));
            await group.WriteAsync<decimal>(Fields[6], people.Amount.AsMemory(start, count));
            await group.WriteAsync<double>(Fields[7], people.Score.AsMemory(start, count));
            await group.WriteAsync<DateTime>(Fields[8], people.Created.AsMemory(start, count));
            await group.WriteAsync<bool>(Fields[9], people.Member.AsMemory(start, count));
            await group.WriteAsync<int>(Fields[10], people.Age.AsMemory(start, count));
        }
    }
}
