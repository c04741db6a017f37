using SynthData.Output;
using SynthData.Tests.Run;

namespace SynthData.Tests.Judge;

/// <summary>What the ready-made schemas make keeps them, says an engine that knows nothing of ours.</summary>
public class ReadyMadeJudgeTests
{
    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_format_of_every_schema_breaks_nothing(string name)
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan = SqlJudge.Opened(Dataset.Open(ReadyMade.PathOf(name))).Plan();
        foreach (string format in (string[])["csv", "parquet", "jsonl"])
        {
            await plan.RunAsync(OutputTarget.Folder(folder.At(format)), new RunOptions { Format = format }, TestContext.Current.CancellationToken);
            Assert.Empty(SqlJudge.Faults(plan, folder.At(format), $".{format}", atLeast: 20));
        }
    }

    [Fact]
    public async Task The_judge_sees_a_broken_row()
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan = SqlJudge.Opened(Dataset.Open(ReadyMade.PathOf("hr"))).Plan();
        await plan.RunAsync(OutputTarget.Folder(folder.At("made")), new RunOptions(), TestContext.Current.CancellationToken);
        string file = folder.At("made/employees.csv");
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        string[] header = lines[0].Split(',');
        string[] cells = lines[5].Split(',');
        cells[Array.IndexOf(header, "hire_date")] = "1901-01-01";
        cells[Array.IndexOf(header, "grade")] = "emperor";
        cells[Array.IndexOf(header, "department")] = "XXX";
        cells[Array.IndexOf(header, "email")] = lines[6].Split(',')[Array.IndexOf(header, "email")];
        lines[5] = string.Join(',', cells);
        await File.WriteAllLinesAsync(file, lines.Take(lines.Length - 1), TestContext.Current.CancellationToken);

        string faults = string.Join('\n', SqlJudge.Faults(plan, folder.At("made"), ".csv"));
        Assert.All(
            ["employees has 399 rows", "rule manager_first", "rule of_age", "category of grade", "refers to departments: orphans", "email is unique"],
            fault => Assert.Contains(fault, faults, StringComparison.Ordinal));
    }
}
