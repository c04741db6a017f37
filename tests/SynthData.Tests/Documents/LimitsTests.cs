using System.Globalization;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Numerics;
using SynthData.Numerics.Patterns;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;
using SynthData.Sources.Knowledge;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

/// <summary>The figures at the end of <c>docs/limitations.md</c> are those that the code holds to.</summary>
public class LimitsTests
{
    private static readonly (string What, long Most)[] Limits =
    [
        ("bytes of a schema file; rows and values may stand in CSV files beside it", SchemaLimits.MaxBytes),
        ("maps and lists inside of each other in a schema", SchemaLimits.MaxDepth),
        ("digits of a decimal", ColumnType.MaxPrecision),
        ("rows of a table", DatasetPlan.MaxRows),
        ("rows of one parent", CountPlan.MaxPerParent),
        ("draws of a row before the run ends", TableProgram.MaxDraws),
        ("characters of an expression", ExpressionLimits.MaxLength),
        ("operators and calls inside of each other in an expression", ExpressionLimits.MaxDepth),
        ("characters of a text that an expression makes", ExpressionLimits.MaxTextLength),
        ("states of a pattern", PatternAutomaton.MaxStates),
        ("the shape of a gamma distribution", (long)GammaDistribution.MaxShape),
        ("bytes of a knowledge file", KnowledgeLimits.MaxBytes),
        ("bytes of a pool in a file of its own, unpacked", KnowledgeLimits.MaxPoolBytes),
        ("entries of a knowledge file, pools in files of their own left out", KnowledgeLimits.MaxEntries),
        ("characters of an entry as written", KnowledgeLimits.MaxWritten),
        ("characters of a text that knowledge makes", KnowledgeLimits.MaxExpanded),
        ("rows of a unique column of knowledge", UniqueTexts.MaxTexts),
    ];

    [Fact]
    public void The_page_states_the_limits_of_the_code()
    {
        string path = Repository.PathOf("docs", "limitations.md");
        string written = GeneratedPart.Without(File.ReadAllText(path)).TrimEnd('\n');
        string table = Cells.Table(["at most", "of"], Limits.Select(limit => (string[])[limit.Most.ToString("N0", CultureInfo.InvariantCulture), limit.What]));
        Snapshot.MatchFile($"{written}\n{GeneratedPart.Of(table)}", path);
    }
}
