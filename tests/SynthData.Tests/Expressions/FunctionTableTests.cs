using SynthData.Expressions.Functions;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Expressions;

public class FunctionTableTests
{
    public static TheoryData<string> Names => [.. FunctionTable.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_gives_what_the_documentation_says(string name)
    {
        Function function = Assert.IsType<Function>(FunctionTable.Find(name));
        Assert.Equal(function.Result, Sheet.OneRow.Value(function.Example));
    }

    [Fact]
    public void The_page_of_all_functions_is_generated() => Snapshot.MatchFile(FunctionPage.Markdown(), Repository.PathOf("FUNCTIONS.md"));

    [Fact]
    public void Names_every_function_of_the_language()
    {
        const string Language = "coalesce nullif greatest least abs round floor ceil sign sqrt ln exp power lower upper trim length substring replace lpad rpad "
            + "starts_with contains regexp_matches concat year month day hour minute weekday days_between years_between seconds_between date_trunc extract "
            + "make_date today";
        Assert.Equal(Language.Split(' ').Order(), FunctionTable.All.Select(function => function.Name).Order());
    }

    [Fact]
    public void Functions_of_other_rows_are_documented_and_are_no_others()
    {
        Assert.All(RowFunctions.All, function =>
        {
            Assert.Null(FunctionTable.Find(function.Name));
            Assert.Same(function, RowFunctions.Find(function.Name.ToUpperInvariant()));
            Assert.StartsWith(function.Name + "(", function.Signature, StringComparison.Ordinal);
            Assert.Contains(function.Name + "(", function.Example, StringComparison.Ordinal);
            Assert.EndsWith(".", function.Doc, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_is_documented(string name)
    {
        Function function = Assert.IsType<Function>(FunctionTable.Find(name));
        Assert.EndsWith(".", function.Doc, StringComparison.Ordinal);
        Assert.StartsWith(name + "(", function.Signatures, StringComparison.Ordinal);
        Assert.Contains(name + "(", function.Example, StringComparison.Ordinal);
    }
}
