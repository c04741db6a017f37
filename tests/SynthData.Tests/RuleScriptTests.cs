using SynthData.Expressions;
using SynthData.Rules.Sql;
using SynthData.Tests.Language;
using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Run;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests;

/// <summary>DuckDB runs the rules that <c>validate --sql duckdb</c> prints, over right data and broken.</summary>
public class RuleScriptTests
{
    /// <summary>Every ready-made schema, in one format after the other.</summary>
    public static TheoryData<string, string> Made
    {
        get
        {
            TheoryData<string, string> made = [];
            foreach ((int index, string name) in ReadyMade.Names.Select(row => row.Data).Index())
                made.Add(name, ((string[])["csv", "parquet", "jsonl"])[index % 3]);
            return made;
        }
    }

    [Theory]
    [MemberData(nameof(Made))]
    public async Task No_query_selects_anything_of_what_generate_makes(string schema, string format)
    {
        using TemporaryFolder folder = new();
        Dataset dataset = Dataset.Open(Repository.PathOf("schemas", schema + ".yaml"));
        await dataset.Plan(new GenerationRequest { Scale = 0.2m })
            .WriteAsync(SynthData.Output.OutputTarget.Folder(folder.At("made")), new RunOptions { Format = format }, TestContext.Current.CancellationToken);
        var script = RuleScript.Of(dataset, SqlDialect.DuckDb, null, [new ValidationInput(null, folder.At("made"))]);
        Assert.All(script.Queries, query => Assert.True(query.Sql is not null, $"{query.Rule}: {query.WhyNot}"));
        Assert.Equal(dataset.Tables.Length, script.Views.Length);
        Assert.Empty(Broken(script));
    }

    [Fact]
    public void No_query_selects_anything_of_right_data()
    {
        using CheckedData data = Club.Open();
        Assert.Empty(Broken(data.Script()));
    }

    [Theory]
    [InlineData("members", "4,CD4,B", "4,CD44,B", "members: column tag")]
    [InlineData("members", "2,AB2,B", "1,AB2,B", "members: key (id)")]
    [InlineData("members", "2,AB2,B", ",AB2,B", "members: key (id) is never null")]
    [InlineData("members", "2,AB2,B", "2,AB1,B", "members: unique tag")]
    [InlineData("members", "4,CD4,B,1", "4,CD4,B,9", "members: reference sponsor to members")]
    [InlineData("members", "4,CD4,B", "4,CD4,", "members: reference plan is never null")]
    [InlineData("members", "F,Dr,open", "F,Mr,open", "members: column title")]
    [InlineData("members", "open,,Ann", "open,2021-01-01,Ann", "members: column left_on is null unless its condition is TRUE")]
    [InlineData("members", ",60.5,", ",29.9,", "members: column weight")]
    [InlineData("members", "AB2,B,1,2021-03-01", "AB2,B,3,2021-03-01", "members: rule sponsor_first")]
    [InlineData("members", "5.00,306.00,", "5.00,306.01,", "members: column yearly")]
    [InlineData("visits", "4,2,1,25.50", "4,2,1,25.49", "visits: column cost")]
    [InlineData("visits", "1,1,30,300.00,hall", "1,1,30,300.00,sauna", "visits: column room")]
    [InlineData("visits", "hall,7", "hall,10", "visits: column bonus")]
    [InlineData("visits", "2,1,20,510.00,sauna,", "2,1,20,510.00,sauna,1", "visits: column bonus")]
    [InlineData("visits", "1,2,60", "1,3,60", "visits: column number counts from 1 within its parent")]
    [InlineData("visits", "3,1,400", "9,1,400", "visits: reference member to members")]
    [InlineData("plans", "10.00,x", "10.00,z", "plans: column note")]
    public void The_query_of_a_broken_rule_selects_something(string table, string from, string to, string rule)
    {
        using CheckedData data = Club.Broken(table, from, to);
        Assert.Contains(rule, Broken(data.Script()));
    }

    [Fact]
    public void Table_rules_are_queries_too()
    {
        using CheckedData data = new("""
            synthdata: 1
            name: codes
            tables:
              codes:
                rows: 4
                columns:
                  code:   { values: [A, B] }
                  title:  { values: [x, y], nulls: 10% }
                  secret: { range: [1, 9], hidden: true }
                rules:
                  - { name: same_title, depends: { title: code } }
                  - { name: many_a, share: "code = 'A'", is: 50%, within: 10% }
                  - { name: few, rows: { between: [2, 4] } }
                  - { name: unseen, check: secret < 10 }
            """);
        data.Write("codes.csv", "code,title\nA,x\nB,y\n");
        RuleScript script = data.Script();
        Assert.Empty(Broken(script));
        RuleQuery unseen = Assert.Single(script.Queries, query => query.Sql is null);
        Assert.Equal(("rule unseen", "'codes.secret' is in no file and no query computes it"), (unseen.Rule, unseen.WhyNot));
        Assert.Contains("-- codes: rule unseen (not in SQL: 'codes.secret' is in no file and no query computes it)", script.ToString(), StringComparison.Ordinal);

        data.Write("codes.csv", "code,title\nA,x\nA,\nA,x\nA,x\nA,x\n");
        Assert.Equal(["codes: rule same_title: title", "codes: rule many_a", "codes: rule few"], Broken(data.Script()));
    }

    [Fact]
    public void A_script_for_postgres_names_tables_and_makes_no_views()
    {
        using CheckedData data = Club.Open();
        string script = data.Script(SqlDialect.Postgres).ToString();
        Assert.DoesNotContain("CREATE VIEW", script, StringComparison.Ordinal);
        Assert.Contains("-- Tables are named as in the schema.\n", script, StringComparison.Ordinal);
        Assert.Contains("""WHERE r."tag" IS NOT NULL AND NOT (r."tag" ~ '^(?:[A-Z]{2}[0-9])$');""", script, StringComparison.Ordinal);
        Assert.Contains("""LEFT JOIN "plans" AS "r.member.plan" ON "r.member.plan"."code" = "r.member"."plan""", script, StringComparison.Ordinal);
    }

    private static List<string> Broken(RuleScript script) => Proof.Broken(script);
}
