using System.Diagnostics;
using System.Globalization;
using SynthData.Expressions.Functions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Random typed expressions over random rows, against what DuckDB makes of their SQL.</summary>
/// <remarks>SYNTHDATA_EXPRESSIONS says how many there are (3,000), SYNTHDATA_SEED from where (1).</remarks>
public class DuckDbAgreementTests(ITestOutputHelper output)
{
    private const int DefaultCount = 3_000;
    private const int DefaultSeed = 1;
    private const int SheetSize = 100;
    private const int RowCount = 40;
    private const int MaxFaults = 20;

    // The rarest differences come up a few times in as many expressions, or by chance not at all.
    private const int MaxUnseen = 2;

    private static readonly int Count = Setting("SYNTHDATA_EXPRESSIONS", DefaultCount);
    private static readonly int Seed = Setting("SYNTHDATA_SEED", DefaultSeed);

    [Fact]
    public void Random_expressions_give_what_DuckDB_gives()
    {
        var watch = Stopwatch.StartNew();
        var faults = new List<string>();
        var operations = new HashSet<string>(StringComparer.Ordinal);
        var stated = new SortedDictionary<string, int>(StringComparer.Ordinal);
        long alike = 0;
        long skipped = 0;
        for (int first = 0; first < Count && faults.Count < MaxFaults; first += SheetSize)
        {
            var random = new Random(Seed + first);
            Sheet sheet = RandomRows.Sheet(random, RowCount);
            var maker = new PieceMaker(random, sheet);
            Piece[] expressions = [.. Enumerable.Range(0, Math.Min(SheetSize, Count - first)).Select(_ => maker.Next())];
            operations.UnionWith(expressions.SelectMany(expression => expression.All).Select(piece => piece.Operation));

            var judge = new ExpressionJudge(sheet);
            faults.AddRange(judge.Judge(expressions));
            alike += judge.AlikeCount;
            skipped += judge.SkippedCount;
            foreach ((string name, int count) in judge.StatedCounts)
                stated[name] = stated.GetValueOrDefault(name) + count;
        }

        output.WriteLine($"{Count} expressions in {watch.Elapsed.TotalSeconds:0.0} s: {alike} cells alike, {skipped} on top of a difference");
        foreach ((string name, int count) in stated)
            output.WriteLine($"{name}: {count}");
        Assert.True(faults.Count == 0, $"{faults.Count} cells differ, seed {Seed}\n{string.Join('\n', faults.Take(MaxFaults))}");
        if (Count == DefaultCount && Seed == DefaultSeed)
            AssertNothingIsForgotten(operations, stated.Keys, alike, skipped);
    }

    // Each function and operator was judged, nearly each stated difference still is one, and they hide little.
    private static void AssertNothingIsForgotten(HashSet<string> operations, IEnumerable<string> stated, long alike, long skipped)
    {
        string[] operators =
        [
            "+", "-", "*", "/", "//", "%", "||", "=", "<>", "<", "<=", ">", ">=", "and", "or", "not", "in", "between", "like", "not like", "is null", "case", "-x", "+x",
        ];
        Assert.Empty(operators.Concat(FunctionTable.All.Select(function => function.Name)).Except(operations).Except(["today"]));
        string[] unseen = [.. StatedDifferences.All.Select(difference => difference.Name).Except(stated)];
        Assert.True(unseen.Length <= MaxUnseen, $"No expression shows: {string.Join(", ", unseen)}");
        Assert.True(skipped < alike / 10, $"{skipped} of {alike + skipped} cells were not judged");
    }

    private static int Setting(string name, int other) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : other;
}
