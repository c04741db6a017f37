using SynthData.Batches;
using SynthData.Cli.Codegen;
using SynthData.Tests.Cli;
using SynthData.Tests.Run;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Codegen;

/// <summary>Record types of schemas of the repository: checked in, compiled with the tests, and filled.</summary>
public class GeneratedRecordsTests
{
    public static TheoryData<string> Schemas =>
    [
        .. ReadyMade.Files.Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
        "tests/SynthData.Tests/Codegen/nasty.yaml",
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task What_is_checked_in_is_what_codegen_writes(string schema)
    {
        CommandLine run = await CommandLine.RunAsync("codegen", Repository.PathOf(schema), "-o", "-", "--namespace", $"SynthData.Tests.Codegen.Generated.{NameOf(schema)}");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.EndsWith("}\n", run.Output, StringComparison.Ordinal);
        Snapshot.MatchFile(run.Output, Repository.PathOf("tests", "SynthData.Tests", "Codegen", "Generated", $"{NameOf(schema)}.g.cs"));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Every_cell_of_every_record_is_that_of_the_batches(string schema)
    {
        Dataset dataset = Dataset.Open(Repository.PathOf(schema));
        IReadOnlyList<RecordTypeOf> types = RecordTypeOf.Namespace(NameOf(schema));
        Assert.Equal(dataset.Schema.Tables.Where(table => table.IsWritten).Select(table => table.Name).Order(), types.Select(type => type.Table).Order());
        GenerationPlan plan = dataset.Plan();
        foreach (RecordTypeOf type in types)
            await AssertEqualAsync(plan, type);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_property_takes_null_exactly_where_its_column_says_so(string schema)
    {
        foreach (RecordTypeOf type in RecordTypeOf.Namespace(NameOf(schema)))
        {
            Assert.Equal(type.Columns.Length, type.Properties.Count);
            Assert.All(type.Properties.Zip(type.Columns), pair => Assert.Equal(pair.Second.IsNullable, Nullness.TakesNull(pair.First)));
        }
    }

    [Theory]
    [InlineData("bike-shop", TextSource.Fallback)]
    [InlineData("support-tickets", TextSource.Fallback)]
    [InlineData("hr", TextSource.Fallback)]
    [InlineData("hr", TextSource.Knowledge)]
    public void The_types_hold_rows_whatever_fills_the_prompts(string schema, TextSource text)
    {
        GenerationPlan plan = ReadyMade.Plan(schema, new GenerationRequest { Text = text });
        Assert.All(RecordTypeOf.Namespace(CodeNames.Of(schema, "")), type => Assert.Equal(plan.RowCount(type.Table), type.Read(plan).Count));
    }

    private static string NameOf(string schema) => CodeNames.Of(Path.GetFileNameWithoutExtension(schema), "");

    private static async Task AssertEqualAsync(GenerationPlan plan, RecordTypeOf type)
    {
        IReadOnlyList<object> rows = type.Read(plan);
        Assert.Equal(plan.RowCount(type.Table), rows.Count);
        Func<object, object?>[] getters = [.. type.Properties.Select<System.Reflection.PropertyInfo, Func<object, object?>>(property => property.GetValue)];
        await foreach (RowBatch batch in plan.ReadBatchesAsync(type.Table, TestContext.Current.CancellationToken))
        {
            Assert.Equal(batch.Columns.Select(column => column.Name), type.Columns.Select(column => column.Name));
            for (int row = 0; row < batch.RowCount; row++)
            {
                object record = rows[(int)batch.FirstRowIndex + row];
                for (int column = 0; column < getters.Length; column++)
                    Assert.Equal(batch.GetValue(row, column), getters[column](record));
            }
        }
    }
}
