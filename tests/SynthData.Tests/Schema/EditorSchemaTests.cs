using NJsonSchema;
using NJsonSchema.Validation;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Schema;

/// <summary><c>schemas/synthdata.schema.json</c>, which editors use, says what the reader says as far as JSON Schema can.</summary>
public class EditorSchemaTests
{
    // What only the reader can tell: text behind the shape, names against each other, what depends on another key's value.
    private static readonly string[] BeyondJsonSchema =
    [
        "a param without value", "a misspelt param", "names alike", "given that nothing needs", "given over an expression", "unique over an expression",
        "weights with given", "a list with given", "values by condition without given", "a condition without given",
        "a condition of the wrong length", "a date in a number column", "a day that is not", "a case behind else", "several columns from one range",
        "an unquoted name with a dash", "a length upside down", "a composite reference to one column",
        "rows that give a column there is not", "a listed column with a source", "a number that is none", "a bare distribution without range",
        "a negative count", "a mixture of a bare normal", "a pair of columns twice", "a correlation with itself", "a stray comma in an object", "an empirical distribution of words", "quantiles that do not end at 100%",
        "shares of quantiles that fall", "unsolved without a prompt",
        "a profile that leaves nothing",
        "pinned rows of a list", "a pinned column there is not", "coverage of a list", "coverage of a column there is not", "a label that is a column", "more faults than cells", "a fault of no row", "faults of no kind", "orphans twice",
        "a tuple too short", "tuples by no condition", "tuples by condition without given", "a tuple's weight below nothing", "a tuple twice",
        "types of fewer columns",
        "a reference in a case", "an axis that shows a prompt", "an axis that shows no column", "an axis called as a column",
    ];

    // What is no JSON to begin with.
    private static readonly string[] BeforeJsonSchema =
        ["SD1006", "SD1007", "SD1009", "SD1010", "SD1011", "SD1012", "SD1013", "SD1014", "SD1021", "SD1022"];

    public static TheoryData<string> Valid() =>
    [
        .. Run.ReadyMade.Files,
        .. Directory.GetFiles(Repository.PathOf("schemas", "packs"), "sample.yaml", SearchOption.AllDirectories),
        .. Examples(),
    ];

    public static TheoryData<string> Invalid() =>
        [.. Broken.All.Where(one => !BeforeJsonSchema.Contains(one.Code) && !BeyondJsonSchema.Contains(one.Name)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Passes_each_schema_of_the_repository(string file)
    {
        ICollection<ValidationError> errors = await Check(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        Assert.Empty(errors.Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Fails_each_broken_schema(string name) =>
        Assert.NotEmpty(await Check(Broken.All.Single(broken => broken.Name == name).Text));

    private static async Task<ICollection<ValidationError>> Check(string yaml)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Repository.PathOf("schemas", "synthdata.schema.json"), TestContext.Current.CancellationToken);
        return schema.Validate(YamlAsJson.Convert(yaml));
    }

    private static IEnumerable<string> Examples()
    {
        string folder = Repository.PathOf("examples");
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("synthdata: 1", StringComparison.Ordinal))
            : [];
    }
}
