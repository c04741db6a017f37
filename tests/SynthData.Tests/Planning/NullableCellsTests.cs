using SynthData.Planning;
using SynthData.Tests.Language;
using SynthData.Tests.Run;

namespace SynthData.Tests.Planning;

/// <summary>Which columns may be null: told before a row is made.</summary>
public sealed class NullableCellsTests
{
    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [InlineData("{ sequence: 1 }", false)]
    [InlineData("{ values: { a: 1, b: 2 }, nulls: 10% }", true)]
    [InlineData("{ values: { a: 1, b: 2 }, nulls: 0% }", false)]
    [InlineData("{ type: int64, values: [1, null] }", true)]
    [InlineData("{ range: [1, 9], when: number > 3 }", true)]
    [InlineData("{ expr: number * 2 }", false)]
    [InlineData("{ expr: number * rare }", true)]
    [InlineData("{ expr: 'coalesce(rare, number)' }", false)]
    [InlineData("{ expr: 'nullif(number, 3)' }", true)]
    [InlineData("{ expr: case when rare > 1 then 1 else 2 end }", false)]
    [InlineData("{ expr: case when number > 1 then 1 end }", true)]
    [InlineData("{ expr: rare is null }", false)]
    [InlineData("{ expr: 'greatest(rare, number)' }", false)]
    [InlineData("{ template: 'n {number}' }", false)]
    [InlineData("{ template: 'n {rare}' }", true)]
    [InlineData("{ template: 'n {rare?}' }", false)]
    [InlineData("{ cases: [ { when: number > 3, constant: 1 } ] }", true)]
    [InlineData("{ cases: [ { when: number > 3, constant: 1 }, { else: { constant: 2 } } ] }", false)]
    public void A_column_may_be_null_by_its_source_or_what_it_reads(string column, bool isNullable)
    {
        GenerationPlan plan = Made.Plan(Made.Items($"number: {{ range: [1, 9] }}\nrare: {{ range: [1, 9], nulls: 50% }}\ntested: {column}"));

        DatasetPlan whole = plan.Run.Plan;
        Assert.Equal(isNullable, new NullableCells(whole).MayBeNull(whole.Tables[0], whole.Tables[0].Find("tested")!.Slot));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_column_of_a_ready_made_schema_that_may_not_be_null_is(string name)
    {
        GenerationPlan plan = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.2m });

        DatasetPlan whole = plan.Run.Plan;
        var nullable = new NullableCells(whole);
        foreach (TablePlan table in whole.Tables.Where(table => table.IsWritten))
        {
            MadeTable rows = await Made.RowsAsync(plan, table.Name);
            IEnumerable<string> surprises = table.Visible.Where(slot => !nullable.MayBeNull(table, slot)).Select(slot => table.Cells[slot].Name)
                .Where(column => rows[column].Contains(null));
            Assert.Empty(surprises);
        }
    }
}
