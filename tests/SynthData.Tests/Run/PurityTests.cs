using System.Globalization;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Tests.Cli;
using SynthData.Tests.Language;

namespace SynthData.Tests.Run;

/// <summary>The same schema and seed give the same cells however they are made.</summary>
public class PurityTests
{
    // .NET 10 knows EnableAVX512, runtimes before it EnableAVX512F. Without AVX2 vectors are 128 bits wide, FMA is gone as well.
    private static readonly Dictionary<string, string> PlainProcessor = new()
    {
        ["DOTNET_EnableAVX2"] = "0",
        ["DOTNET_EnableAVX512"] = "0",
        ["DOTNET_EnableAVX512F"] = "0",
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
        ["TZ"] = "Pacific/Kiritimati",
    };

    // No vectors at all, and every method compiled once and fully.
    private static readonly Dictionary<string, string> NarrowProcessor = new()
    {
        ["DOTNET_EnableHWIntrinsic"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TieredCompilation"] = "0",
        ["LANG"] = "ar_SA.UTF-8",
        ["LC_ALL"] = "ar_SA.UTF-8",
        ["TZ"] = "America/St_Johns",
    };

    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Threads_batches_and_formats_change_no_cell(string name)
    {
        using TemporaryFolder folder = new();
        string? cells = null;
        foreach (string format in (string[])["csv", "jsonl", "parquet"])
        {
            string? bytes = null;
            foreach ((int threads, int batchRows) in ((int, int)[])[(1, 8192), (7, 65_536), (2, 1000), (7, 97), (2, 1)])
            {
                string how = $"{format}-{threads}-{batchRows}";
                RunManifest made = await ReadyMade.WriteAsync(
                    name, folder.At(how), new RunOptions { Format = format, Threads = threads, BatchRows = batchRows });
                cells ??= ReadyMade.Cells(made);
                bytes ??= ReadyMade.Bytes(made);
                Assert.Equal((how, cells), (how, ReadyMade.Cells(made)));
                Assert.Equal((how, bytes), (how, ReadyMade.Bytes(made)));
                if (format != "csv" && batchRows == 8192 && threads == 1)
                    break;                                          // the batches have changed no byte of the text before
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Batches_of_one_row_or_of_all_on_any_number_of_threads_give_one_content(string name)
    {
        using TemporaryFolder folder = new();
        string? cells = null;
        foreach ((int threads, int batchRows) in ((int, int)[])[(1, 1), (2, 1_000), (7, 65_536), (7, 1), (1, 65_536), (7, 1_000)])
        {
            string how = $"{threads}-{batchRows}";
            string made = ReadyMade.Cells(await ReadyMade.WriteAsync(name, folder.At(how), new RunOptions { Threads = threads, BatchRows = batchRows }));
            Assert.Equal((how, cells ??= made), (how, made));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Shards_merge_to_the_whole(string name)
    {
        using TemporaryFolder folder = new();
        foreach ((string format, int of) in ((string, int)[])[("csv", 2), ("csv", 7), ("parquet", 3)])
        {
            var options = new RunOptions { Format = format, BatchRows = 500 };
            RunManifest whole = await ReadyMade.WriteAsync(name, folder.At($"whole-{format}-{of}"), options);
            string parts = folder.At($"parts-{format}-{of}");
            await Task.WhenAll(Enumerable.Range(1, of).Select(number => ReadyMade.WriteAsync(name, parts, options, new GenerationRequest { Shard = new ShardRequest(number, of) })));
            RunManifest merged = await ShardMerge.RunAsync(parts, TestContext.Current.CancellationToken);
            Assert.Equal(ReadyMade.Cells(whole), ReadyMade.Cells(merged));
            if (format == "csv")
                Assert.Equal(ReadyMade.Bytes(whole), ReadyMade.Bytes(merged));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public async Task Any_number_of_shards_merges_even_when_there_are_fewer_rows_than_parts(int of)
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("shop.yaml", Made.Shop("""
            shops:
              rows: 3
              columns:
                id: { sequence: 1 }
            orders:
              rows: { per: shops, count: { between: [0, 40] } }
              key: id
              columns:
                id:     { uuid: true }
                shop:   { references: shops.id }
                number: { position: true }
                amount: { type: decimal(2), range: [1, 99] }
              rules: [ amount > 20 or number < 10 ]
            """));
        RunManifest whole = await WriteAsync(folder.At("whole"), null);
        for (int number = 1; number <= of; number++)
            await WriteAsync(folder.At("parts"), new ShardRequest(number, of));
        RunManifest merged = await ShardMerge.RunAsync(folder.At("parts"), TestContext.Current.CancellationToken);
        Assert.Equal(ReadyMade.Cells(whole), ReadyMade.Cells(merged));
        Assert.Equal(ReadyMade.Bytes(whole), ReadyMade.Bytes(merged));

        async Task<RunManifest> WriteAsync(string target, ShardRequest? shard) => (await Dataset.Open(schema)
            .Plan(new GenerationRequest { Shard = shard })
            .RunAsync(OutputTarget.Folder(target), new RunOptions(), TestContext.Current.CancellationToken)).Manifest;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_table_written_alone_or_read_in_batches_is_the_table_of_the_whole(string name)
    {
        using TemporaryFolder folder = new();
        RunManifest whole = await ReadyMade.WriteAsync(name, folder.At("whole"), new RunOptions());
        SortedDictionary<string, string> read = await ContentByColumn.OfAsync(ReadyMade.Plan(name));
        foreach (ManifestTable table in whole.Tables)
        {
            var request = new GenerationRequest { Tables = [table.Name] };
            RunManifest alone = await ReadyMade.WriteAsync(name, folder.At(table.Name), new RunOptions { BatchRows = 333 }, request);
            Assert.Equal((table.Name, table.Content), (Assert.Single(alone.Tables).Name, alone.Tables[0].Content));

            UInt128 sum = 0;
            foreach (ManifestColumn column in table.Columns)
                sum = unchecked(sum + UInt128.Parse(read[$"{table.Name}.{column.Name}"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            Assert.Equal((table.Name, table.Content), (table.Name, sum.ToString("x32", CultureInfo.InvariantCulture)));
        }
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Names))]
    public async Task Processor_culture_and_time_zone_change_no_byte(string name)
    {
        using TemporaryFolder folder = new();
        await ReadyMade.WriteAsync(name, folder.At("here"), new RunOptions());
        string expected = await File.ReadAllTextAsync(folder.At("here/manifest.json"), TestContext.Current.CancellationToken);
        foreach ((string target, Dictionary<string, string> environment) in ((string, Dictionary<string, string>)[])[("plain", PlainProcessor), ("narrow", NarrowProcessor)])
        {
            using ChildProgram program = ChildProgram.Start(folder.Path, environment, "generate", ReadyMade.PathOf(name), "-o", target, "--quiet");
            Assert.Equal(new CommandLine(0, "", ""), await program.EndAsync());
            Assert.Equal(expected, await File.ReadAllTextAsync(folder.At($"{target}/manifest.json"), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_culture_with_other_signs_changes_no_byte(string name)
    {
        using TemporaryFolder folder = new();
        string expected = ReadyMade.Bytes(await ReadyMade.WriteAsync(name, folder.At("here"), new RunOptions()));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Odd();
            Assert.Equal(expected, ReadyMade.Bytes(await ReadyMade.WriteAsync(name, folder.At("odd"), new RunOptions { BatchRows = 700 })));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Odd()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "minus";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd MM yyyy";
        return culture;
    }
}
