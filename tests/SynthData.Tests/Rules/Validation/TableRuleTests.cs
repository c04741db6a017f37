namespace SynthData.Tests.Rules.Validation;

/// <summary>Rules over all rows of a table, and references of more than one column.</summary>
public class TableRuleTests
{
    private const string Codes = """
        synthdata: 1
        name: codes
        tables:
          codes:
            rows: 4
            columns:
              code:   { values: [A, B, C] }
              title:  { values: [x, y, z] }
              half:   { values: [1, 2] }
              pair:   { template: '{code}-{half}' }
            rules:
              - { name: same_title, depends: { title: code } }
              - { name: own_pair, unique: [pair] }
              - { name: many_a, share: "code = 'A'", is: 50%, within: 10% }
              - { name: few, rows: { between: [2, 4] } }
        """;

    [Theory]
    [InlineData("A,x,1,A-1\nB,y,1,B-1\nA,x,2,A-2\nC,x,1,C-1\n", "")]
    [InlineData("A,x,1,A-1\nB,y,1,B-1\nA,z,2,A-2\nC,x,1,C-1\n", "SD4039", "row 1 and row 3 have the same code but different title", "same_title")]
    [InlineData("A,x,1,A-1\nB,y,1,B-1\nA,x,1,A-1\nC,x,1,C-1\n", "SD4035", "row 1 and row 3 agree in pair", "own_pair")]
    [InlineData("A,x,1,A-1\nB,y,1,B-1\nB,y,2,B-2\nC,x,1,C-1\n", "SD4040", "1 of 4 rows", "many_a")]
    [InlineData("A,x,1,A-1\n", "SD4040", "1 of 1 rows", "many_a")]
    [InlineData("A,x,1,A-1\nB,y,1,B-1\nA,x,2,A-2\nC,x,1,C-1\nC,x,2,C-2\n", "SD4041", "has 5 rows; the rule 'few' wants 2 to 4")]
    public async Task A_broken_table_rule_is_one_finding(string rows, string code, params string[] words)
    {
        using CheckedData data = new(Codes);
        data.Write("codes.csv", "code,title,half,pair\n" + rows);
        ValidationReport report = await data.RunAsync();
        if (code.Length == 0)
            CheckedData.AssertClean(report);
        else if (rows.Length < 12)
            Assert.Equal(["SD4040", "SD4041"], report.Findings.Select(found => found.Code));
        else
            CheckedData.AssertOnly(report, code, words);
    }

    [Fact]
    public async Task One_to_one_holds_both_ways()
    {
        using CheckedData data = new("""
            synthdata: 1
            name: pairs
            tables:
              t:
                rows: 4
                columns:
                  a: { values: [1, 2] }
                  b: { values: [x, y] }
                rules:
                  - { one_to_one: [a, b] }
            """);
        data.Write("t.csv", "a,b\n1,x\n2,y\n1,x\n");
        CheckedData.AssertClean(await data.RunAsync());
        data.Write("t.csv", "a,b\n1,x\n2,x\n1,x\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4039", "the same b but different a");
        data.Write("t.csv", "a,b\n1,x\n2,y\n1,y\n");
        Assert.Equal(2, (await data.RunAsync()).Violations);
    }

    private const string Grid = """
        synthdata: 1
        name: grid
        tables:
          shelves:
            rows: 2
            key: [hall, shelf]
            columns:
              hall:  { sequence: 1 }
              shelf: { sequence: 10 }
              size:  { type: int64, range: [1, 9] }
          boxes:
            rows: 3
            key: id
            columns:
              id: { sequence: 1 }
              "hall, shelf": { references: [shelves.hall, shelves.shelf], nulls: 50% }
              place: { expr: hall * 100, to: halls.code }
              wide: { expr: shelves.size * 2 }
          halls:
            rows: [ { code: 100 }, { code: 200 } ]
            key: code
            columns:
              code: { type: int64 }
        """;

    [Theory]
    [InlineData("1,1,10,100,10\n2,,,,\n3,2,11,200,4\n", "")]
    [InlineData("1,1,11,100,\n2,,,,\n", "SD4037", "columns (hall, shelf) holds ***, ***", "no hall, shelf of table 'shelves'")]
    [InlineData("1,1,,100,\n2,,,,\n", "SD4038", "columns (hall, shelf)", "table 'shelves'")]
    [InlineData("1,1,10,100,11\n", "SD4031", "boxes.wide", "'shelves.size * 2'")]
    public async Task Composite_references_are_found_by_both_columns(string rows, string code, params string[] words)
    {
        using CheckedData data = new(Grid);
        data.Write("shelves.csv", "hall,shelf,size\n1,10,5\n2,11,2\n");
        data.Write("halls.csv", "code\n100\n200\n");
        data.Write("boxes.csv", "id,hall,shelf,place,wide\n" + rows);
        ValidationReport report = await data.RunAsync();
        if (code.Length == 0)
            CheckedData.AssertClean(report);
        else
            CheckedData.AssertOnly(report, code, words);
    }

    [Fact]
    public async Task A_computed_column_that_says_to_is_looked_for_among_the_keys()
    {
        using CheckedData data = new(Grid);
        data.Write("shelves.csv", "hall,shelf,size\n3,10,5\n2,11,2\n");
        data.Write("halls.csv", "code\n100\n200\n");
        data.Write("boxes.csv", "id,hall,shelf,place,wide\n1,3,10,300,10\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4037", "column 'boxes.place'", "no code of table 'halls'");
    }

    [Fact]
    public async Task A_distinct_reference_does_not_repeat_within_its_parent()
    {
        using CheckedData data = new("""
            synthdata: 1
            name: teams
            tables:
              people: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
              teams:  { rows: 2, key: id, columns: { id: { sequence: 1 } } }
              seats:
                rows: { per: teams, count: 2 }
                columns:
                  team:   { references: teams.id }
                  person: { references: people.id, distinct: team }
            """);
        data.Write("people.csv", "id\n1\n2\n3\n");
        data.Write("teams.csv", "id\n1\n2\n");
        data.Write("seats.csv", "team,person\n1,1\n1,2\n2,1\n2,3\n");
        CheckedData.AssertClean(await data.RunAsync());
        data.Write("seats.csv", "team,person\n1,1\n1,1\n2,1\n2,3\n");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4035", "row 1 and row 2", "distinct person");
    }
}
