using System.Collections.Immutable;
using DuckDB.NET.Data;
using SynthData.Diagnostics;
using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Run;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests;

/// <summary>Whole datasets: which files are read, what their columns are, and what is said of what is not there.</summary>
public class DataValidationTests
{
    public static TheoryData<string, string> Made { get; } = Cross();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Made))]
    public async Task What_generate_makes_of_a_ready_made_schema_is_clean(string schema, string format)
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(Repository.PathOf("schemas", schema + ".yaml"));
        GenerationPlan plan = dataset.Plan(new GenerationRequest { Scale = 0.2m });
        await plan.WriteAsync(SynthData.Output.OutputTarget.Folder(folder.At("made")), new RunOptions { Format = format }, Token);
        ValidationReport report = await DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, false), Token);
        CheckedData.AssertClean(report);
        Assert.Equal(dataset.Tables.Length, report.Tables.Length);
        Assert.All(report.Tables, table => Assert.True(table.Rows > 0));
    }

    [Fact]
    public async Task A_table_of_several_batches_that_refers_to_itself_is_clean()
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(Repository.PathOf("schemas", "hr.yaml"));
        GenerationPlan plan = dataset.Plan(new GenerationRequest { Rows = { ["employees"] = 9_000 }, Tables = ["departments", "employees"] });
        await plan.WriteAsync(SynthData.Output.OutputTarget.Folder(folder.At("made")), new RunOptions(), Token);
        ValidationReport report = await DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, false), Token);
        Assert.Empty(report.Findings);
        Assert.Equal("SD4051", Assert.Single(report.Notes).Code);
        Assert.Equal(9_000, report.Tables[1].Rows);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public async Task A_table_without_rows_misses_no_column(string format)
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(Repository.PathOf("schemas", "bike-shop.yaml"));
        GenerationPlan plan = dataset.Plan(new GenerationRequest { Rows = { ["customers"] = 0 } });
        await plan.WriteAsync(SynthData.Output.OutputTarget.Folder(folder.At("made")), new RunOptions { Format = format }, Token);
        CheckedData.AssertClean(await DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, false), Token));
    }

    [Fact]
    public async Task Where_a_key_cannot_be_read_no_row_is_called_an_orphan_for_it()
    {
        using CheckedData data = Club.Broken("plans", "B,Full,25.50,y", "B;Full;25.50;y");
        ValidationReport report = await data.RunAsync();
        Assert.Equal("SD4025", Assert.Single(report.Findings).Code);
        Assert.Equal("Not checked in table 'members', because keys of table 'plans' cannot be read: whether 'plan' is found there.", Assert.Single(report.Notes).Message);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("jsonl.gz")]
    [InlineData("jsonl.zst")]
    [InlineData("parquet")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    public async Task Data_written_by_another_engine_is_read_in_every_format(string ending)
    {
        using CheckedData right = Club.Open();
        Rewrite(right.Data, ending);
        CheckedData.AssertClean(await right.RunAsync());

        using CheckedData broken = Club.Broken("visits", "4,2,1,25.50", "4,2,1,25.49");
        Rewrite(broken.Data, ending);
        CheckedData.AssertOnly(await broken.RunAsync(), "SD4031", $"visits.{ending} row 6");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    public async Task Missing_and_unknown_columns_are_told_and_what_reads_them_is_noted(string ending)
    {
        using CheckedData data = Club.Open();
        Rewrite(data.Data, ending, visits: "minutes AS minute, * EXCLUDE (minutes)");
        ValidationReport report = await data.RunAsync();
        Assert.Equal(["SD4020", "SD4021"], report.Findings.Select(found => found.Code));
        Assert.Contains("has no column 'minutes', which table 'visits' has", report.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("has a column 'minute', which table 'visits' has not. Did you mean 'minutes'?", report.Findings[1].Message, StringComparison.Ordinal);
        Diagnostic note = Assert.Single(report.Notes);
        Assert.Equal("SD4050", note.Code);
        Assert.Equal("Not checked in table 'visits', because column 'visits.minutes' is not in the data: column 'cost', column 'bonus'.", note.Message);
    }

    [Fact]
    public async Task A_column_stored_as_another_type_is_told_once()
    {
        using CheckedData data = Club.Open();
        Rewrite(data.Data, "parquet", visits: "* REPLACE (CAST(cost AS DOUBLE) AS cost)");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4023", "column 'cost' of table 'visits' as Double; expected decimal(2)");
    }

    [Fact]
    public async Task A_column_twice_is_told()
    {
        using CheckedData data = Club.Open(plans: "code,title,price,note,title\nA,Basic,10.00,x,q\nB,Full,25.50,y,q\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4022", "'title'");
    }

    [Fact]
    public async Task Without_a_parent_table_references_and_what_reads_through_them_are_noted()
    {
        using CheckedData data = Club.Open();
        ValidationReport report = await data.RunAsync([new ValidationInput("visits", Path.Combine(data.Data, "visits.csv")), new ValidationInput(null, Path.Combine(data.Data, "plans.csv"))]);
        Assert.Empty(report.Findings);
        Diagnostic note = Assert.Single(report.Notes);
        Assert.Equal(
            "Not checked in table 'visits', because table 'members' was not given: column 'cost', column 'room' by its condition, reference 'member'.", note.Message);
        Assert.Equal(["plans", "visits"], report.Tables.Select(table => table.Name));
    }

    [Fact]
    public async Task A_folder_without_a_table_and_with_strangers_says_so()
    {
        using CheckedData data = Club.Open();
        File.Delete(Path.Combine(data.Data, "visits.csv"));
        data.Write("friends.csv", "a\n1\n");
        data.Write("visits.1-of-2.csv", "a\n1\n");
        data.Write("notes.txt", "not data");
        ValidationReport report = await data.RunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(["SD4052", "SD4052", "SD4051"], report.Notes.Select(note => note.Code));
        Assert.Contains("friends.csv' was not read", report.Notes[0].Message, StringComparison.Ordinal);
        Assert.Contains("holds no file of table 'visits'", report.Notes[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_that_are_no_table_are_usage()
    {
        using CheckedData data = Club.Open();
        data.Write("members.jsonl", "{}");
        data.Write("strange.csv", "a\n");
        data.Write("plans.xlsx", "");
        SchemaException two = await Assert.ThrowsAsync<SchemaException>(() => data.RunAsync());
        Assert.Contains("one file of table 'members'", Assert.Single(two.Diagnostics).Message, StringComparison.Ordinal);

        string[] wrong = ["strange.csv", "plans.xlsx"];
        SchemaException both = await Assert.ThrowsAsync<SchemaException>(() => data.RunAsync([.. wrong.Select(file => new ValidationInput(null, Path.Combine(data.Data, file)))]));
        Assert.Equal(["SD8106", "SD8106"], both.Diagnostics.Select(found => found.Code));

        string plans = Path.Combine(data.Data, "plans.csv");
        SchemaException twice = await Assert.ThrowsAsync<SchemaException>(() => data.RunAsync([new ValidationInput(null, plans), new ValidationInput("plans", plans)]));
        Assert.Equal("SD8122", Assert.Single(twice.Diagnostics).Code);
        SchemaException folder = await Assert.ThrowsAsync<SchemaException>(() => data.RunAsync([new ValidationInput("plans", data.Data)]));
        Assert.Equal("SD8106", Assert.Single(folder.Diagnostics).Code);
    }

    [Fact]
    public async Task A_file_that_is_not_of_its_format_ends_with_a_diagnostic_of_output()
    {
        using CheckedData data = Club.Open();
        File.Delete(Path.Combine(data.Data, "plans.csv"));
        data.Write("plans.parquet", "not Parquet at all");
        Assert.Equal("SD5030", (await Assert.ThrowsAsync<GenerationException>(() => data.RunAsync())).Diagnostic.Code);
    }

    [Fact]
    public async Task A_row_of_json_that_is_no_object_is_told_with_its_number()
    {
        using CheckedData data = Club.Open();
        File.Delete(Path.Combine(data.Data, "plans.csv"));
        data.Write("plans.jsonl", """
            {"code":"A","title":"Basic","price":10.00,"note":"x"}
            {"code":"B","title":"Full","price":25.50,"note":"y"}
            [1, 2]

            """);
        ValidationReport report = await data.RunAsync();
        Assert.EndsWith("plans.jsonl row 3 is not a JSON object.", Assert.Single(report.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_s_files_are_compared_with_it()
    {
        using TemporaryFolder folder = new();
        string schema = folder.Write("schema.yaml", """
            synthdata: 1
            name: one
            params: { top: 5 }
            tables:
              t:
                rows: 10
                columns:
                  a: { type: int64, range: [1, '${top}'] }
                  day: { type: date, range: [-3d, today] }
            """);
        Dataset dataset = Dataset.Open(schema);
        string made = folder.At("made");
        await dataset.Plan(new GenerationRequest { AsOf = new DateOnly(2023, 5, 1) }).WriteAsync(SynthData.Output.OutputTarget.Folder(made), new RunOptions(), Token);
        CheckedData.AssertClean(await RunAsync(dataset));

        Diagnostic other = Assert.Single((await RunAsync(Dataset.Open(schema, new Dictionary<string, string> { ["top"] = "9" }))).Notes);
        Assert.Equal("SD4053", other.Code);
        Assert.Contains("made with top=5, and is checked with top=9", other.Message, StringComparison.Ordinal);

        string file = Path.Combine(made, "t.csv");
        string[] lines = await File.ReadAllLinesAsync(file, Token);
        await File.WriteAllTextAsync(file, string.Join('\n', lines[..^1]) + "\n", Token);
        CheckedData.AssertOnly(await RunAsync(dataset), "SD4043", "t.csv' does not fit its manifest", "bytes, not");

        async Task<ValidationReport> RunAsync(Dataset checkedDataset) => await DataValidation.RunAsync(
            checkedDataset, new ValidationRequest([new ValidationInput(null, made)], null, false), Token);
    }

    [Fact]
    public async Task Escaped_formulas_are_the_texts_they_were()
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(folder.Write("schema.yaml", """
            synthdata: 1
            name: sums
            tables:
              t: { rows: 20, columns: { a: { values: ['=1+1', '@home', plain] }, b: { template: '{a}!' } } }
            """));
        string made = folder.At("made");
        await dataset.Plan().WriteAsync(SynthData.Output.OutputTarget.Folder(made), new RunOptions { CsvFormula = "escape" }, Token);
        Assert.Contains("'=1+1", await File.ReadAllTextAsync(Path.Combine(made, "t.csv"), Token), StringComparison.Ordinal);
        CheckedData.AssertClean(await DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, made)], null, false), Token));
    }

    [Fact]
    public async Task A_fallback_that_may_be_null_lets_its_prompt_be_null_and_one_that_may_not_does_not()
    {
        using CheckedData data = new("""
            synthdata: 1
            name: notes
            tables:
              t:
                rows: 2
                columns:
                  a: { values: [x], nulls: 50% }
                  b: { prompt: 'On {a}.', fallback: { template: 'On {a}.' } }
                  c: { prompt: 'On {a}.', fallback: { template: 'On {a?}.' } }
                  d: { prompt: 'On {a}.' }
            """);
        data.Write("t.csv", "a,b,c,d\nx,y,y,y\n,,y,y\n");
        CheckedData.AssertClean(await data.RunAsync());
        data.Write("t.csv", "a,b,c,d\n,,,y\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4026", "t.c");
        data.Write("t.csv", "a,b,c,d\n,,y,\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4026", "t.d");
    }

    // Parquet keeps the types that DuckDB is told; the other formats spell them.
    private static void Rewrite(string folder, string ending, string visits = "*")
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        string money = "DECIMAL(18,2)";
        (string Table, string Select, string Types)[] tables =
        [
            ("plans", "*", $"'code': 'VARCHAR', 'title': 'VARCHAR', 'price': '{money}', 'note': 'VARCHAR'"),
            ("members", "*",
                $"'id': 'BIGINT', 'tag': 'VARCHAR', 'plan': 'VARCHAR', 'sponsor': 'BIGINT', 'joined': 'DATE', 'sex': 'VARCHAR', 'title': 'VARCHAR', 'status': 'VARCHAR', "
                + $"'left_on': 'DATE', 'nick': 'VARCHAR', 'weight': 'DOUBLE', 'fee': '{money}', 'yearly': '{money}', 'label': 'VARCHAR', 'seen': 'TIMESTAMP', 'uid': 'UUID', "
                + "'active': 'BOOLEAN', 'motto': 'VARCHAR'"),
            ("visits", visits, $"'member': 'BIGINT', 'number': 'BIGINT', 'minutes': 'INTEGER', 'cost': '{money}', 'room': 'VARCHAR', 'bonus': 'INTEGER'"),
        ];
        foreach ((string table, string select, string types) in tables)
        {
            string file = Path.Combine(folder, table + ".csv");
            string target = Path.Combine(folder, $"{table}.{ending}");
            string options = ending switch
            {
                "parquet" => "FORMAT parquet",
                "csv" => "FORMAT csv, HEADER",
                "csv.gz" => "FORMAT csv, HEADER, COMPRESSION gzip",
                "csv.zst" => "FORMAT csv, HEADER, COMPRESSION zstd",
                "jsonl" => "FORMAT json",
                "jsonl.zst" => "FORMAT json, COMPRESSION zstd",
                _ => "FORMAT json, COMPRESSION gzip",
            };
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"""
                CREATE TABLE {table} AS SELECT {select} FROM read_csv('{file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
                    allow_quoted_nulls = false, columns = {types.Insert(0, "{") + "}"});
                COPY {table} TO '{target}' ({options});
                """;
            command.ExecuteNonQuery();
            if (ending != "csv")
                File.Delete(file);
        }
    }

    private static TheoryData<string, string> Cross()
    {
        TheoryData<string, string> data = [];
        foreach (string schema in ReadyMade.Names.Select(row => row.Data))
        {
            foreach (string format in (ImmutableArray<string>)["csv", "jsonl", "parquet"])
                data.Add(schema, format);
        }

        return data;
    }
}
