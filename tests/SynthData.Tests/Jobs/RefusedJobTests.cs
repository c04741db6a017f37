using System.Collections.Immutable;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Jobs;

/// <summary>What a job may not say: each fault has its code at its place, before the first row, and ends with 2.</summary>
public class RefusedJobTests
{
    private const string Head = "synthdata-job: 1\nname: nightly\n";

    // The mark stands right before the place that the diagnostic names.
    private static readonly (string Name, string Code, string Text)[] Faults =
    [
        ("no version", "SD8301", "§name: nightly\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a newer version", "SD8302", "synthdata-job: §2\nname: nightly\ndatasets: { a: { schema: people.yaml } }\n"),
        ("no datasets", "SD8303", "§" + Head),
        ("an empty map of datasets", "SD8303", Head + "datasets: §{ }\n"),
        ("no name", "SD1016", "§synthdata-job: 1\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a name with blanks", "SD1019", "synthdata-job: 1\nname: §every night\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a dataset's name in capitals", "SD1019", Head + "datasets: { §A: { schema: people.yaml } }\n"),
        ("an unknown key", "SD1015", Head + "§dataset: { }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("an unknown key of a dataset", "SD1015", Head + "datasets: { a: { schema: people.yaml, §ouput: x } }\n"),
        ("a key that no default is for", "SD1015", Head + "defaults: { §output: x }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("an unknown limit", "SD1015", Head + "datasets: { a: { schema: people.yaml, model: openai/x, limits: { §call: 3 } } }\n"),
        ("an anchor", "SD1009", Head + "datasets: { a: §&x { schema: people.yaml } }\n"),
        ("a tag", "SD1010", Head + "datasets: { a: { schema: §!!str people.yaml } }\n"),
        ("a key twice", "SD1011", Head + "datasets: { a: { schema: people.yaml, §schema: x } }\n"),
        ("no schema", "SD1016", Head + "datasets: { a: §{ output: x } }\n"),
        ("a number that is none", "SD1024", Head + "datasets: { a: { schema: people.yaml, scale: §much } }\n"),
        ("a seed below zero", "SD1024", Head + "datasets: { a: { schema: people.yaml, seed: §-1 } }\n"),
        ("an unknown choice", "SD1024", Head + "datasets: { a: { schema: people.yaml, on_failure: §ignore } }\n"),
        ("a pause without a unit", "SD1024", Head + "datasets: { a: { schema: people.yaml, retries: { times: 2, pause: §30 } } }\n"),
        ("too many retries", "SD1024", Head + "datasets: { a: { schema: people.yaml, retries: { times: §1001 } } }\n"),
        ("a day that is none", "SD1049", Head + "as_of: §2025-02-30\ndatasets: { a: { schema: people.yaml } }\n"),
        ("the clock's day", "SD8309", Head + "as_of: §today\ndatasets: { a: { schema: people.yaml } }\n"),
        ("the clock's day for a dataset", "SD8309", Head + "datasets: { a: { schema: people.yaml, as_of: §today } }\n"),
        ("a need that is no dataset", "SD8304", Head + "datasets: { a: { schema: people.yaml, §needs: orders }, order: { schema: people.yaml } }\n"),
        ("a need of itself", "SD8304", Head + "datasets: { a: { schema: people.yaml, §needs: a } }\n"),
        ("a need twice", "SD1024", Head + "datasets: { a: { schema: people.yaml, needs: [b, §b] }, b: { schema: people.yaml } }\n"),
        ("a circle", "SD8305", Head + "datasets: { x: { schema: people.yaml, needs: a }, a: { schema: people.yaml, §needs: [b] }, b: { schema: people.yaml, needs: c }, c: { schema: people.yaml, needs: [a] } }\n"),
        ("a param that is not there", "SD1027", Head + "params: { out: x }\ndatasets: { a: { schema: people.yaml, output: §'${ou}/a' } }\n"),
        ("a param without a value", "SD1029", Head + "params: { §out: }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a param called as_of", "SD1019", Head + "params: { §as_of: 2025-01-01 }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a day in a text without one", "SD8310", Head + "datasets: { a: { schema: people.yaml, output: §'${as_of}/a' } }\n"),
        ("a param by day without a day", "SD8310", Head + "params: { kind: §{ 2025-01-01: x } }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("rows since a day without one", "SD8310", Head + "datasets: { a: { schema: people.yaml, rows_from: { since: §2025-01-01 } } }\n"),
        ("a param before its first day", "SD8311", Head + "as_of: 2024-12-31\nparams: { kind: §{ 2025-02-01: y, 2025-01-01: x } }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("rows before their first day", "SD8311", Head + "as_of: 2024-12-31\ndatasets: { a: { schema: people.yaml, rows_from: { people: { since: §2025-01-01 } } } }\n"),
        ("a variable for a seed", "SD8306", Head + "datasets: { a: { schema: people.yaml, seed: §'${env:SEED}' } }\n"),
        ("a variable for a param of the schema", "SD8306", Head + "datasets: { a: { schema: people.yaml, set: { kind: §'${env:KIND}' } } }\n"),
        ("a variable that is not set", "SD8307", Head + "datasets: { a: { schema: people.yaml, output: §'postgres://app@${env:DB_HOST}/staging' } }\n"),
        ("a key", "SD8308", Head + "datasets: { a: { schema: people.yaml, model: openai/x, §api_key: sk-1234567890abcdef } }\n"),
        ("a password among the defaults", "SD8308", Head + "defaults: { §password: hunter22 }\ndatasets: { a: { schema: people.yaml } }\n"),
        ("a password in a database's address", "SD8308", Head + "datasets: { a: { schema: people.yaml, output: §'postgres://app:hunter22@db/staging' } }\n"),
        ("a password in an address's options", "SD8308", Head + "datasets: { a: { schema: people.yaml, output: §'postgres://app@db/staging?password=hunter22' } }\n"),
        ("a user in a server's address", "SD8308", Head + "datasets: { a: { schema: people.yaml, model: openai/x, base_url: §'https://me:hunter22@models.test/v1' } }\n"),
        ("a key in a server's address", "SD8308", Head + "datasets: { a: { schema: people.yaml, model: openai/x, base_url: §'https://models.test/v1?api-key=hunter22' } }\n"),
        ("two datasets in one folder", "SD8312", Head + "datasets: { a: { schema: people.yaml, output: out/x }, b: { schema: people.yaml, §output: out/../out/x/ } }\n"),
        ("no output", "SD1024", Head + "datasets: { a: { schema: people.yaml, output: §'' } }\n"),
        ("a database without its file", "SD1024", Head + "datasets: { a: { schema: people.yaml, output: §'sqlite:' } }\n"),
        ("a kind of database that is not written to", "SD1024", Head + "datasets: { a: { schema: people.yaml, output: §'mysql://app@db/staging' } }\n"),
        ("standard output", "SD8321", Head + "datasets: { a: { schema: people.yaml, output: §'-' } }\n"),
        ("append and truncate", "SD8314", Head + "datasets: { a: { schema: people.yaml, output: 'sqlite:x.db', truncate: true, §append: true } }\n"),
        ("limits without a model", "SD8315", Head + "datasets: { a: { schema: people.yaml, §limits: { calls: 3 } } }\n"),
        ("a cost without prices", "SD8315", Head + "datasets: { a: { schema: people.yaml, model: openai/x, §limits: { cost: 3, price_in: 1 } } }\n"),
        ("texts of a model without one", "SD8315", Head + "datasets: { a: { schema: people.yaml, §text: row } }\n"),
    ];

    // Told when schemas are read and plans made.
    private static readonly (string Name, string Code, int ExitCode, string Text)[] Misfits =
    [
        ("a schema that is not there", "SD8313", 2, Head + "datasets: { a: { schema: §peple.yaml } }\n"),
        ("a format of files for a database", "SD8314", 2, Head + "datasets: { a: { schema: people.yaml, output: 'sqlite:x.db', §format: csv } }\n"),
        ("appending to files", "SD8314", 2, Head + "datasets: { a: { schema: people.yaml, output: x, §append: true } }\n"),
        ("an unknown format", "SD8106", 2, Head + "datasets: { §a: { schema: people.yaml, output: x, format: xml } }\n"),
        ("a model without its provider", "SD8001", 2, Head + "datasets: { §a: { schema: people.yaml, model: gpt } }\n"),
        ("rows of nobody knows which table", "SD8319", 2, Head + "datasets: { a: { schema: people.yaml }, b: { schema: two.yaml, rows: §7 } }\n"),
        ("days of nobody knows which table", "SD8319", 2, Head + "as_of: 2025-01-03\ndatasets: { b: { schema: two.yaml, rows_from: { since: §2025-01-01 } } }\n"),
        ("days of a table that follows another", "SD8324", 2, Head + "as_of: 2025-01-03\ndatasets: { b: { schema: shop.yaml, rows_from: { orders: { since: §2025-01-01 } } } }\n"),
        ("several tables in one file", "SD8320", 2, Head + "datasets: { a: { schema: shop.yaml, §output: all.csv } }\n"),
        ("two datasets in one table", "SD8322", 2, Head + "datasets: { a: { schema: people.yaml, output: 'sqlite:x.db', create: true }, b: { schema: people.yaml, §output: 'sqlite:x.db', seed: 2 } }\n"),
        ("two parts of one schema in one database", "SD8325", 2, Head + "datasets: { a: { schema: two.yaml, tables: stock, output: 'sqlite:x.db', create: true }, b: { schema: two.yaml, tables: customers, §output: 'sqlite:x.db', create: true } }\n"),
        ("a table that is not there", "SD2001", 3, Head + "datasets: { §a: { schema: people.yaml, rows: { person: 3 } } }\n"),
    ];

    public static TheoryData<string> Names => [.. Faults.Select(fault => fault.Name)];

    public static TheoryData<string> MisfitNames => [.. Misfits.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_told_at_its_place(string name)
    {
        (_, string code, string text) = Faults.Single(fault => fault.Name == name);

        Diagnostic told = Assert.Single(Read(text));

        AssertAt(text, code, told);
        Assert.DoesNotContain("hunter22", told.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MisfitNames))]
    public async Task What_does_not_fit_schema_or_target_is_told_before_the_first_row(string name)
    {
        (_, string code, int exitCode, string text) = Misfits.Single(fault => fault.Name == name);
        using JobFolder folder = Folder();

        Diagnostic told = Assert.Single(Plan(folder, text));
        CommandLine run = await folder.RunAsync();

        AssertAt(text, code, told);
        run.AssertRefused(exitCode, code);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public void Every_message_reads_as_checked_in()
    {
        using JobFolder folder = Folder();
        IEnumerable<string> read = Faults.SelectMany(fault => Read(fault.Text).Select(told => $"{fault.Name}\n  {told}"));
        IEnumerable<string> planned = Misfits.SelectMany(fault => Plan(folder, fault.Text).Select(told => $"{fault.Name}\n  {folder.Printed(told.ToString())}"));
        Snapshot.Match(string.Join("\n", read.Concat(planned)), nameof(RefusedJobTests));
    }

    [Fact]
    public async Task Everything_wrong_with_the_job_and_its_schemas_is_told_at_once()
    {
        using JobFolder folder = new();
        folder.WriteFile("broken.yaml", "synthdata: 1\nname: broken\ntables: { t: { rows: 3, columns: { a: { sequenc: 1 } } } }\n");
        folder.Write("a: { schema: broken.yaml }\nb: { schema: missing.yaml }\nc: { schema: people.yaml, seed: x }\nd: { schema: people.yaml, set: { knd: y } }");

        CommandLine run = await folder.RunAsync();

        run.AssertRefused(2, "SD8313", "SD1015", "SD1024", "SD1028", "job.yaml(5,16)", "broken.yaml(3,");
    }

    [Fact]
    public async Task A_wrong_schema_alone_ends_with_3()
    {
        using JobFolder folder = new();
        folder.WriteFile("broken.yaml", "synthdata: 1\nname: broken\ntables: { t: { rows: 3, columns: { a: { sequenc: 1 } } } }\n");
        folder.Write("a: { schema: broken.yaml }");
        (await folder.RunAsync()).AssertRefused(3, "SD1015", "broken.yaml(3,");
    }

    [Fact]
    public async Task What_the_command_line_names_has_to_be_of_the_job()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml }", "params: { kind: x }");

        (await folder.RunAsync("--only", "poeple")).AssertRefused(2, "SD8316", "Did you mean 'people'?");
        (await folder.RunAsync("--set", "kindd=y")).AssertRefused(2, "SD8318", "Did you mean 'kind'?");
        (await folder.CommandAsync("plan", ["--rows", "5"])).AssertRefused(2, "SD8323", "'--rows'");
    }

    [Fact]
    public async Task A_schema_is_no_job_and_a_file_that_is_not_there_is_none_either()
    {
        using JobFolder folder = new();
        (await CommandLine.RunAsync("run", folder.At("people.yaml"))).AssertRefused(2, "SD8301", "synthdata generate");
        (await CommandLine.RunAsync("run", folder.At("jobs.yaml"))).AssertRefused(2, "SD8108");
    }

    private static JobFolder Folder()
    {
        JobFolder folder = new();
        folder.WriteFile("two.yaml", JobFolder.Shop + "  stock: { rows: 2, key: id, columns: { id: { sequence: 1 } } }\n");
        return folder;
    }

    private static IReadOnlyList<Diagnostic> Read(string text)
    {
        var bag = new DiagnosticBag();
        JobReader.ReadText(text.Replace("§", "", StringComparison.Ordinal), Request, bag);
        return bag.InFileOrder();
    }

    private static IReadOnlyList<Diagnostic> Plan(JobFolder folder, string text)
    {
        folder.WriteFile("job.yaml", text.Replace("§", "", StringComparison.Ordinal));
        SchemaException refused = Assert.Throws<SchemaException>(() => JobOptions.Plan(folder.At("job.yaml"), Request, [], []));
        return refused.Diagnostics;
    }

    private static JobRequest Request => new(ImmutableDictionary<string, string>.Empty, AsOf: null, _ => null);

    private static void AssertAt(string text, string code, Diagnostic told)
    {
        string before = text[..text.IndexOf('§', StringComparison.Ordinal)];
        Assert.Equal(code, told.Code);
        Assert.EndsWith("job.yaml", told.Position?.File, StringComparison.Ordinal);
        Assert.Equal((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (told.Position?.Line ?? 0, told.Position?.Column ?? 0));
    }
}
