using SynthData.Benchmarks.Compiled;
using SynthData.Benchmarks.Orchestrator;

namespace SynthData.Tests.Orchestration;

/// <summary>The benchmark of knowledge at a small size: its aims have to hold here too, but for those that follow from many rows.</summary>
public class CompiledBenchmarkTests
{
    [Fact]
    public async Task A_small_table_keeps_the_schema_and_its_texts_differ()
    {
        StringWriter output = new();
        IReadOnlyList<Figure> figures = await CompiledBenchmark.RunAsync(new CompiledOptions { Rows = 3_000, Asked = 100 }, output, TestContext.Current.CancellationToken);

        string[] ofMany = ["  of that", "  masked, the sentence in most rows"];
        Assert.All(figures.Where(figure => !ofMany.Contains(figure.Name)), figure => Assert.True(figure.IsMet is not false, figure.ToString()));
        Assert.All(figures, figure => Assert.Contains(figure.ToString(), output.ToString(), StringComparison.Ordinal));
    }
}
