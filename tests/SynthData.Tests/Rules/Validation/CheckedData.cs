using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;

namespace SynthData.Tests.Rules.Validation;

/// <summary>A schema and files beside it, validated in this process.</summary>
internal sealed class CheckedData : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string schema;

    public CheckedData(string schema) => this.schema = folder.Write("schema.yaml", schema);

    public string Data => folder.At("data");

    public void Write(string file, string text) => folder.Write(Path.Combine("data", file), text);

    public Task<ValidationReport> RunAsync(bool showsValues = false) => RunAsync([new ValidationInput(null, Data)], showsValues);

    public Task<ValidationReport> RunAsync(ImmutableArray<ValidationInput> inputs, bool showsValues = false) =>
        DataValidation.RunAsync(Dataset.Open(schema), new ValidationRequest(inputs, null, showsValues), TestContext.Current.CancellationToken);

    /// <summary>The rules as queries over the data.</summary>
    public RuleScript Script(SqlDialect dialect = SqlDialect.DuckDb) => RuleScript.Of(Dataset.Open(schema), dialect, null, [new ValidationInput(null, Data)]);

    public void Dispose() => folder.Dispose();

    /// <summary>The codes found, each with what the message says.</summary>
    public static string Print(ValidationReport report) => string.Join('\n', report.Findings.Concat(report.Notes).Select(found => $"{found.Code} {found.Message}"));

    public static void AssertClean(ValidationReport report)
    {
        Assert.Equal("", Print(report));
        Assert.Equal(0, report.Violations);
    }

    /// <summary>Asserts that there is this one finding and nothing else, not even a note.</summary>
    public static Diagnostic AssertOnly(ValidationReport report, string code, params string[] words)
    {
        Assert.True(report.Findings.Length == 1 && report.Notes.IsEmpty, $"Expected {code} alone, found:\n{Print(report)}");
        Assert.Equal(1, report.Violations);
        Diagnostic found = report.Findings[0];
        Assert.Equal(code, found.Code);
        Assert.All(words, word => Assert.Contains(word, found.Message, StringComparison.Ordinal));
        return found;
    }
}
