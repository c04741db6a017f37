using SynthData.Diagnostics;

namespace SynthData.Tests.Rules.Validation;

/// <summary>One cell of right data is broken, and exactly that is found.</summary>
public class BrokenCellTests
{
    [Fact]
    public async Task Right_data_written_by_hand_is_clean_and_rows_may_refer_to_later_rows()
    {
        using CheckedData data = Club.Open();
        CheckedData.AssertClean(await data.RunAsync());
    }

    [Theory]
    [InlineData("members", ",60.5,", ",heavy,", "SD4024", "members.csv row 1", "members.weight", "not double")]
    [InlineData("members", ",10.50,", ",10.505,", "SD4024", "row 1", "members.fee", "decimal(2)")]
    [InlineData("members", "2021-01-01T10:00:00", "2021-13-01T10:00:00", "SD4024", "members.seen", "timestamp")]
    [InlineData("members", "-000000000003", "-00000000000x", "SD4024", "row 3", "members.uid", "uuid")]
    [InlineData("members", "2,false,", "2,no,", "SD4024", "row 2", "members.active", "bool")]
    [InlineData("visits", "2,1,20,510.00", "2,1,20,510.00,", "SD4025", "visits.csv row 3", "6 fields")]
    [InlineData("members", "1,true,\"Hi, Ms\"", "1,,\"Hi, Ms\"", "SD4026", "row 1", "members.active")]
    [InlineData("members", ",CD3: Dr,2022-06-01T08:30:00,", ",CD3: Dr,,", "SD4026", "members.seen")]
    [InlineData("members", "\"Hi, Ms\"", "", "SD4026", "members.motto")]
    [InlineData("members", "3,CD3,A,4,", "3,CD3,A,,", "SD4026", "row 3", "members.sponsor")]
    [InlineData("members", "3,CD3,A,4,", "3,CD3,,4,", "SD4026", "row 3", "members.plan")]
    [InlineData("visits", "3,1,400,4000.00,hall,7", "3,1,400,4000.00,hall,", "SD4026", "row 4", "visits.bonus")]
    [InlineData("members", "open,,Ann", "open,2021-01-01,Ann", "SD4027", "members.left_on", "'status = 'left''")]
    [InlineData("visits", "2,1,20,510.00,sauna,", "2,1,20,510.00,sauna,1", "SD4027", "visits.bonus", "none of its cases")]
    [InlineData("members", "F,Dr,open", "F,Dr,shut", "SD4028", "members.status", "open, left")]
    [InlineData("visits", "1,1,30,300.00,hall", "1,1,30,300.00,sauna", "SD4028", "visits.room", "hall (given Basic)")]
    [InlineData("plans", "10.00,x", "10.00,z", "SD4028", "plans.csv row 1", "plans.note", "values: x, y")]
    [InlineData("visits", "4,1,120,3060.00,sauna,1", "4,1,120,3060.00,sauna,2", "SD4028", "visits.bonus", "values: 1")]
    [InlineData("members", ",60.5,", ",29.9,", "SD4029", "members.weight", "from 30 to 200")]
    [InlineData("members", ",99.50,", ",100.50,", "SD4029", "members.fee", "from 0.00 to 100.00")]
    [InlineData("members", ",99.50,", ",99.75,", "SD4029", "members.fee", "on the grid")]
    [InlineData("members", "left,2022-01-01", "left,2021-02-28", "SD4029", "members.left_on", "from (joined) to 2025-01-01")]
    [InlineData("members", "2021-03-02T00:00:00", "2025-01-01T00:00:01", "SD4029", "members.seen", "to 2025-01-01T00:00:00")]
    [InlineData("visits", "hall,7", "hall,10", "SD4029", "visits.bonus", "from 5 to 9")]
    [InlineData("members", "5.00,306.00,", "5.00,306.01,", "SD4031", "members.yearly", "'plan.price * 12'")]
    [InlineData("visits", "4,2,1,25.50", "4,2,1,25.49", "SD4031", "visits.csv row 6", "'minutes * member.plan.price'")]
    [InlineData("members", "AB1: Ms", "AB1 Ms", "SD4031", "members.label", "'{tag}: {title}'")]
    [InlineData("visits", "1,2,60", "1,3,60", "SD4032", "row 1", "visits.number", "expected 2")]
    [InlineData("visits", "3,1,400", "3,0,400", "SD4032", "row 4", "visits.number")]
    [InlineData("members", "AB2,B,1,2021-03-01", "AB2,B,3,2021-03-01", "SD4033", "sponsor_first", "sponsor = ***", "Sponsors were there before.")]
    [InlineData("members", "Onwards", "!", "SD4033", "length of motto")]
    [InlineData("members", ",80,", ",100,", "SD4034", "rule 'ratio'", "divides by zero")]
    public async Task One_broken_cell_is_one_finding(string table, string from, string to, string code, params string[] words)
    {
        using CheckedData data = Club.Broken(table, from, to);
        Diagnostic found = CheckedData.AssertOnly(await data.RunAsync(), code, words);
        Assert.NotNull(found.Position);
        Assert.EndsWith("schema.yaml", found.Position.Value.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_off_its_pattern_is_found_with_what_is_computed_from_it()
    {
        using CheckedData data = Club.Broken("members", "4,CD4,B", "4,CD44,B");
        ValidationReport report = await data.RunAsync();
        Assert.Equal(["SD4030", "SD4031"], report.Findings.Select(found => found.Code));
        Assert.Contains("no text of the pattern [A-Z]{2}[0-9]", report.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_key_a_null_in_one_and_an_orphan_are_found()
    {
        using CheckedData repeated = Club.Broken("visits", "4,2,1,25.50", "4,1,1,25.50");
        Assert.Equal(
            ["SD4032", "SD4035"], (await repeated.RunAsync()).Findings.Select(found => found.Code));

        using CheckedData orphan = Club.Broken("visits", "3,1,400", "9,1,400");
        CheckedData.AssertOnly(await orphan.RunAsync(), "SD4037", "visits.csv row 4", "column 'visits.member' holds ***", "no id of table 'members'");

        using CheckedData without = Club.Broken("visits", "3,1,400", ",1,400");
        ValidationReport report = await without.RunAsync();
        Assert.Contains(report.Findings, found => found.Code == "SD4036");
        Assert.DoesNotContain(report.Findings, found => found.Code == "SD4037");

        using CheckedData twice = Club.Broken("members", "2,AB2,B", "2,AB1,B");
        Diagnostic unique = Assert.Single((await twice.RunAsync()).Findings, found => found.Code == "SD4035");
        Assert.Contains("members.csv row 1 and row 2 agree in tag", unique.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_row_with_cells_of_two_is_no_row_of_the_list()
    {
        using CheckedData data = Club.Broken("plans", "25.50,y", "25.50,x");
        CheckedData.AssertOnly(await data.RunAsync(), "SD4042", "plans.csv row 2", "code, title, price, note");
    }

    [Fact]
    public async Task Values_are_masked_unless_asked_for()
    {
        using CheckedData data = Club.Broken("members", "Onwards", "?");
        Diagnostic masked = CheckedData.AssertOnly(await data.RunAsync(), "SD4033", "motto = ***");
        Assert.DoesNotContain("'?'", masked.Message, StringComparison.Ordinal);
        CheckedData.AssertOnly(await data.RunAsync(showsValues: true), "SD4033", "motto = '?'");

        using CheckedData mistyped = Club.Broken("members", ",60.5,", ",secret,");
        Assert.DoesNotContain("secret", CheckedData.AssertOnly(await mistyped.RunAsync(), "SD4024").Message, StringComparison.Ordinal);
        CheckedData.AssertOnly(await mistyped.RunAsync(showsValues: true), "SD4024", "'secret'");

        using CheckedData computed = Club.Broken("members", "AB1: Ms", "AB1 Ms");
        CheckedData.AssertOnly(await computed.RunAsync(), "SD4031", "holds ***, but '{tag}: {title}' gives ***");
        CheckedData.AssertOnly(await computed.RunAsync(showsValues: true), "SD4031", "holds 'AB1 Ms'", "gives 'AB1: Ms'");
    }

    [Fact]
    public async Task Of_many_alike_the_first_are_shown_and_all_are_counted()
    {
        using CheckedData data = new("""
            synthdata: 1
            name: many
            tables:
              t:
                rows: 5
                columns:
                  a: { type: int64, range: [1, 5] }
            """);
        data.Write("t.csv", "a\n" + string.Concat(Enumerable.Repeat("9\n", 5000)) + "1\n");
        ValidationReport report = await data.RunAsync();
        Assert.Equal(3, report.Findings.Length);
        Assert.EndsWith("5,000 such in all.", report.Findings[2].Message, StringComparison.Ordinal);
        Assert.Equal(5000, report.Violations);
        Assert.Equal(new ValidatedTable("t", Path.Combine(data.Data, "t.csv"), 5001, 5000), Assert.Single(report.Tables));
    }
}
