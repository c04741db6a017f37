using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;

namespace SynthData.Tests;

/// <summary>The library as a program meets it: dataset, plan, files, batches, rows.</summary>
public sealed class LibraryTests : IDisposable
{
    private const string Zoo = """
        synthdata: 1
        name: zoo
        seed: 3
        as_of: 2025-01-01
        params: { kinds: 4 }
        tables:
          kinds: { rows: '${kinds}', key: id, columns: { id: { sequence: 1 }, name: { pattern: '[A-Z][a-z]{5}', unique: true } } }
          animals:
            rows: 5_000
            key: id
            columns:
              id:     { uuid: true }
              kind:   { references: kinds.id }
              weight: { type: decimal(1), range: [0.5, 900] }
              speed:  { type: double, range: [0, 20], nulls: 30% }
              born:   { type: date, range: [-9y, today] }
              fed_at: { type: timestamp, range: [born, today] }
              fed:    { type: time, range: ['06:00', '18:00'] }
              is_ill: { type: bool, values: { true: 5, false: 95 } }
              cages:  { type: int32, range: [1, 3] }
              label:  { template: '{kind.name} {id}' }
              hidden: { constant: x, hidden: true }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public LibraryTests() => path = folder.Write("zoo.yaml", Zoo);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_schema_with_mistakes_is_refused_with_all_of_them()
    {
        string wrong = folder.Write("wrong.yaml", Zoo.Replace("decimal(1)", "money", StringComparison.Ordinal).Replace("nulls: 30%", "nils: 30%", StringComparison.Ordinal));
        SchemaException refused = Assert.Throws<SchemaException>(() => Dataset.Open(wrong));
        Assert.Equal(2, refused.Diagnostics.Count);
        Assert.All(refused.Diagnostics, one => Assert.Equal(wrong, one.Position!.Value.File));
        Assert.Throws<FileNotFoundException>(() => Dataset.Open(folder.At("none.yaml")));
    }

    [Fact]
    public void A_plan_knows_its_rows_before_any_is_made()
    {
        Dataset zoo = Dataset.Open(path, new Dictionary<string, string> { ["kinds"] = "7" });
        GenerationPlan plan = zoo.Plan(new GenerationRequest { Rows = { ["animals"] = 12 } });
        Assert.Equal("zoo", zoo.Name);
        Assert.Equal(["kinds", "animals"], zoo.Tables);
        Assert.Equal(7, plan.RowCount("kinds"));
        Assert.Equal(12, plan.RowCount("animals"));
        Assert.Throws<ArgumentException>(() => plan.RowCount("animal"));
    }

    [Fact]
    public async Task Batches_hold_every_row_once_in_order_with_the_types_of_the_schema()
    {
        GenerationPlan plan = Dataset.Open(path).Plan();
        long next = 0;
        await foreach (RowBatch batch in plan.ReadBatchesAsync("animals", TestContext.Current.CancellationToken))
        {
            Assert.Equal(next, batch.FirstRowIndex);
            Assert.Equal(10, batch.Columns.Length);
            Assert.IsType<Guid>(batch.GetValue(0, 0));
            Assert.IsType<decimal>(batch.GetValue(0, 2));
            Assert.IsType<DateOnly>(batch.GetValue(0, 4));
            Assert.IsType<TimeOnly>(batch.GetValue(0, 6));
            next += batch.RowCount;
        }

        Assert.Equal(5_000, next);
    }

    [Fact]
    public async Task A_data_reader_fills_a_data_table_with_the_cells_of_the_file()
    {
        GenerationPlan plan = Dataset.Open(path).Plan();
        await using DbDataReader reader = plan.OpenReader("animals");
        using DataTable table = new();
        table.Load(reader);
        Assert.Equal(5_000, table.Rows.Count);
        Assert.Equal(["id", "kind", "weight", "speed", "born", "fed_at", "fed", "is_ill", "cages", "label"], table.Columns.Cast<DataColumn>().Select(column => column.ColumnName));

        await plan.WriteAsync(OutputTarget.Folder(folder.At("made")), cancellationToken: TestContext.Current.CancellationToken);
        string[] lines = await File.ReadAllLinesAsync(folder.At("made/animals.csv"), TestContext.Current.CancellationToken);
        Assert.Equal($"{table.Rows[4_321]["id"]}", lines[4_322].Split(',')[0]);
        Assert.Equal(lines.Skip(1).Count(line => line.Split(',')[3].Length == 0), table.Rows.Cast<DataRow>().Count(row => row.IsNull("speed")));
    }

    [Fact]
    public async Task A_data_reader_gives_typed_cells_and_refuses_what_is_not_there()
    {
        await using DbDataReader reader = Dataset.Open(path).Plan().OpenReader("animals");
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(reader["weight"], reader.GetDecimal(2));
        Assert.Equal(reader.GetFieldValue<DateOnly>(4).ToDateTime(default), reader.GetDateTime(4));
        Assert.Equal(typeof(int), reader.GetFieldType(8));
        Assert.Equal(9, reader.GetOrdinal("label"));
        Assert.Throws<IndexOutOfRangeException>(() => reader.GetOrdinal("hidden"));
        Assert.Throws<InvalidCastException>(() => reader.GetInt64(9));
        Assert.False(await reader.NextResultAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dataset_is_read_by_many_threads_at_once()
    {
        Dataset zoo = Dataset.Open(path);
        ConcurrentBag<string> hashes = [];
        await Parallel.ForAsync(0, 6, TestContext.Current.CancellationToken, async (number, token) =>
        {
            GenerationPlan plan = zoo.Plan();
            RunManifest manifest = await plan.WriteAsync(OutputTarget.Folder(folder.At($"made{number}")), new RunOptions { Threads = 2 }, token);
            hashes.Add(string.Join(' ', manifest.Tables.Select(table => table.Content)));
        });
        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public async Task One_plan_is_carried_out_twice_at_once()
    {
        GenerationPlan plan = Dataset.Open(path).Plan();
        RunManifest[] made = await Task.WhenAll(
            plan.WriteAsync(OutputTarget.Folder(folder.At("one")), cancellationToken: TestContext.Current.CancellationToken),
            plan.WriteAsync(OutputTarget.Folder(folder.At("two")), new RunOptions { Format = "parquet" }, TestContext.Current.CancellationToken));
        Assert.Equal(made[0].Tables.Select(table => table.Content), made[1].Tables.Select(table => table.Content));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing()
    {
        using CancellationTokenSource source = new();
        RunOptions options = new() { BatchRows = 100, Progress = new Cancelling(source) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Dataset.Open(path).Plan().WriteAsync(OutputTarget.Folder(folder.At("made")), options, source.Token));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Prompts_need_a_client_and_a_written_run()
    {
        string asking = folder.Write("asking.yaml", "{ synthdata: 1, name: asking, tables: { t: { rows: 2, columns: { say: { prompt: 'A greeting.' } } } } }");
        GenerationPlan plan = Dataset.Open(asking).Plan(new GenerationRequest { Text = TextSource.Row });
        GenerationException noClient = await Assert.ThrowsAsync<GenerationException>(
            () => plan.WriteAsync(OutputTarget.Folder(folder.At("made")), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("SD6016", noClient.Diagnostic.Code);
        Assert.False(Directory.Exists(folder.At("made")));

        GenerationException notWritten = await Assert.ThrowsAsync<GenerationException>(
            async () => await plan.ReadBatchesAsync("t", TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());
        Assert.Equal("SD6015", notWritten.Diagnostic.Code);
    }

    [Theory]
    [InlineData("made.parquet", "PAR1")]
    [InlineData("made.JSONL", "{\"id\"")]
    [InlineData("made.csv", "id,kind,")]
    public async Task The_name_of_a_file_says_its_format(string name, string start)
    {
        GenerationPlan plan = Dataset.Open(path).Plan(new GenerationRequest { Tables = ["animals"] });
        RunManifest manifest = await plan.WriteAsync(OutputTarget.File(folder.At(name)), cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith(start, await File.ReadAllTextAsync(folder.At(name), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(Path.GetExtension(name)[1..].ToLowerInvariant(), manifest.Options.Format);

        RunOptions other = new() { Format = name == "made.csv" ? "jsonl" : "csv" };
        SchemaException refused = await Assert.ThrowsAsync<SchemaException>(() => plan.WriteAsync(OutputTarget.File(folder.At(name)), other, TestContext.Current.CancellationToken));
        Assert.Equal("SD8113", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void Options_outside_their_range_are_refused_where_they_are_set()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunOptions { BatchRows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GenerationRequest { Scale = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShardRequest(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShardRequest(0, 2));
    }

    [Fact]
    public async Task A_plan_keeps_the_rows_it_was_asked_for()
    {
        GenerationRequest request = new() { Rows = { ["animals"] = 12 } };
        GenerationPlan plan = Dataset.Open(path).Plan(request);
        request.Rows["animals"] = 13;
        RunManifest manifest = await plan.WriteAsync(OutputTarget.Folder(folder.At("made")), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(12, manifest.Options.Rows["animals"]);
        Assert.Equal(12, manifest.Tables.Single(table => table.Name == "animals").Rows);
    }

    [Fact]
    public async Task A_data_reader_does_not_block_the_thread_its_caller_waits_on()
    {
        GenerationPlan plan = Dataset.Open(path).Plan();
        Task<int> read = Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Waiting());
            using DbDataReader reader = plan.OpenReader("animals");
            int rows = 0;
            while (reader.Read())
                rows++;
            return rows;
        });
        Assert.Equal(5_000, await read.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    /// <summary>A context whose only thread is busy waiting, as a window's is: nothing posted to it ever runs.</summary>
    private sealed class Waiting : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value is { Table: "animals", RowsDone: > 1_000 })
                source.Cancel();
        }
    }
}
