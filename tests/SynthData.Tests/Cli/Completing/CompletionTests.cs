using System.CommandLine;
using SynthData.Cli.Commands;
using SynthData.Cli.Completing;

namespace SynthData.Tests.Cli.Completing;

public sealed class CompletionTests : IDisposable
{
    private const string Shop = """
        synthdata: 1
        name: shop
        params: { day: 2025-01-01, city: Delft }
        tables:
          customers: { rows: 5, key: id, columns: { id: { sequence: 1 } } }
          countries: { rows: 5, key: id, columns: { id: { sequence: 1 } } }
          orders: { rows: { per: customers, count: 2 }, columns: { customer: { references: customers.id }, city: { constant: '${city}' }, day: { type: date, constant: '${day}' } } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string shop;

    public CompletionTests() => shop = folder.Write("shop.yaml", Shop);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("gen", "generate")]
    [InlineData("compl", "completion")]
    [InlineData("journal ", "show verify compact")]
    [InlineData("journal sh", "show")]
    [InlineData("generate x.yaml --qu", "--quiet")]
    [InlineData("generate x.yaml --csv", "--csv-formula")]
    [InlineData("generate x.yaml --overwrite --over", "")]
    [InlineData("generate x.yaml --rows 5 --row", "--rows --rows-from")]
    [InlineData("generate x.yaml --seed 5 --see", "")]
    [InlineData("generate x.yaml --format ", "csv parquet jsonl sql")]
    [InlineData("generate x.yaml --format=p", "--format=parquet")]
    [InlineData("generate x.yaml --compression g", "gzip")]
    [InlineData("generate x.yaml --compression zstd:f", "zstd:fastest")]
    [InlineData("generate x.yaml --text k", "knowledge")]
    [InlineData("generate x.yaml --csv-formula e", "escape")]
    [InlineData("generate x.yaml --model o", "openai/ ollama/")]
    [InlineData("generate x.yaml --model --ver", "--verbose --version")]
    [InlineData("validate x.yaml --sql ", "duckdb postgres")]
    [InlineData("compare a b --threshold total", "total-variation=")]
    [InlineData("explain sd850", "SD8501 SD8502 SD8503 SD8504")]
    [InlineData("types finance.ib", "finance.iban")]
    [InlineData("types zip", "zipf")]
    [InlineData("completion ", "bash fish powershell zsh")]
    [InlineData("init --from b", "bank bike-shop")]
    [InlineData("generate x.yaml --seed ", "")]
    [InlineData("generate x.yaml --tables ", "")]
    [InlineData("nonsense ", "")]
    [InlineData("explain SD1004 ", "--json --quiet --verbose --show-values --help --version")]
    [InlineData("explain -- --j", "")]
    public async Task Words_that_could_stand_at_the_cursor_are_given(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', await WordsAsync(line.Split(' '))));

    [Theory]
    [InlineData("--tables c", "customers countries")]
    [InlineData("--tables customers,c", "customers,countries")]
    [InlineData("--rows ", "customers= countries=")]
    [InlineData("--set ", "city= day=")]
    public async Task The_schema_on_the_line_gives_its_tables_and_parameters(string option, string expected) =>
        Assert.Equal(expected, string.Join(' ', await WordsAsync(["generate", shop, .. option.Split(' ')])));

    [Fact]
    public async Task One_table_is_completed_for_a_preview_and_nothing_from_a_file_that_is_no_schema()
    {
        Assert.Equal(["customers", "countries", "orders"], await WordsAsync("preview", shop, "--table", ""));
        Assert.Empty(await WordsAsync("preview", folder.Write("binary.yaml", "\0\u0001{{"), "--table", ""));
        Assert.Empty(await WordsAsync("preview", folder.Path, "--table", ""));
    }

    [Theory]
    [InlineData("generate ", ":files .yaml .yml .json")]
    [InlineData("compare a b --schema ", ":files .yaml .yml .json")]
    [InlineData("validate x.yaml ", ":files")]
    [InlineData("validate x.yaml a.csv ", ":files")]
    [InlineData("generate x.yaml -o ", ":files")]
    [InlineData("merge ", ":folders")]
    [InlineData("journal verify ", ":files .jsonl")]
    public async Task Files_are_left_to_the_shell_with_the_endings_that_fit(string line, string expected) =>
        Assert.Equal(expected, Assert.Single(await LinesAsync(line.Split(' '))));

    [Fact]
    public async Task Each_word_says_what_it_is()
    {
        string[] lines = await LinesAsync("gen");
        Assert.Equal("generate\tMake every table of a schema and write it", Assert.Single(lines));
        Assert.All(await LinesAsync("explain", "SD"), line => Assert.Matches("^SD[0-9]{4}\t.+$", line));
    }

    [Fact]
    public void Every_value_that_a_command_takes_can_be_completed_or_is_free()
    {
        string[] unknown =
        [
            .. from command in CommandsOf(CommandTree.Build().Root)
               from value in command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0).Select(option => (option.Name, Placeholder: option.HelpName))
                   .Concat(command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, Placeholder: (string?)argument.Name)))
               where !Placeholder.IsKnown(value.Name, value.Placeholder)
               select $"{command.Name} {value.Name} {value.Placeholder}",
        ];
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task A_shell_without_a_script_is_refused_with_those_there_are() =>
        (await CommandLine.RunAsync("completion", "zhs")).AssertRefused(2, "SD8510", "Did you mean 'zsh'?", "bash, fish, powershell, zsh");

    private static IEnumerable<Command> CommandsOf(Command command) => command.Subcommands.SelectMany(CommandsOf).Prepend(command);

    private static async Task<string[]> WordsAsync(params string[] words) => [.. (await LinesAsync(words)).Where(line => line[0] != ':').Select(line => line.Split('\t')[0])];

    private static async Task<string[]> LinesAsync(params string[] words)
    {
        CommandLine run = await CommandLine.RunAsync(["[complete]", .. words]);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
