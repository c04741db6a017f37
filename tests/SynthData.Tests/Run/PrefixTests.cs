using SynthData.Batches;
using SynthData.Planning;
using SynthData.Tests.Language;

namespace SynthData.Tests.Run;

/// <summary>The first rows of a larger dataset are the smaller one, where <c>plan</c> says so.</summary>
public class PrefixTests
{
    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Columns_told_as_prefix_stable_are(string name)
    {
        GenerationPlan few = ReadyMade.Plan(name, new GenerationRequest { Scale = 0.1m });
        GenerationPlan many = ReadyMade.Plan(name);
        Assert.NotEmpty(await CompareAsync(few, many));
    }

    [Fact]
    public void A_count_and_an_aggregate_over_what_it_counts_are_told_once()
    {
        GenerationPlan plan = Made.Plan(Made.Shop("""
            boxes:
              rows: 9
              key: id
              columns:
                id:    { sequence: 1 }
                size:  { range: [0, 4] }
                total: { type: int64, expr: sum(parts.weight) }
                twice: { type: int64, expr: total * 2 }
            parts:
              rows: { per: boxes, count: size }
              columns:
                box:    { references: boxes.id }
                weight: { range: [1, 9] }
            """));
        TablePlan boxes = plan.Run.Plan.Tables[0];
        Assert.All(boxes.Cells.Where(cell => cell.Column is not null), cell => Assert.True(PrefixStable.IsTrueOf(plan.Run.Plan, boxes, cell), cell.Name));
    }

    [Fact]
    public async Task A_rule_over_a_cell_that_moves_makes_the_row_move()
    {
        const string Text = """
            synthdata: 1
            name: prefix
            tables:
              parents: { rows: 40, key: id, columns: { id: { sequence: 1 }, weight: { type: int32, range: [1, 9] }, size: { values: { s: 1, m: 1 }, exact: true } } }
              rows:
                rows: 100
                columns:
                  up: { references: parents.id }
                  number: { type: int32, range: [1, 9] }
                  twice: { expr: number * 2 }
                rules: [ number <> up.weight ]
              free:
                rows: 100
                columns:
                  number: { type: int32, range: [1, 9] }
                  twice: { expr: number * 2 }
                rules: [ number <> 5 ]
              shares:
                rows: { per: parents, count: 2 }
                columns:
                  up: { references: parents.id }
                  size: { expr: up.size }
                  price: { given: size, type: int32, range: { s: [1, 100], m: [101, 200], else: [1, 1] } }
              counted:
                rows: { per: parents, count: { given: size, values: { s: 1, m: 3 } } }
                columns: { up: { references: parents.id }, number: { position: true } }
            """;
        GenerationPlan few = ContentByColumn.Plan(Text, new GenerationRequest())!;
        GenerationPlan many = ContentByColumn.Plan(Text, new GenerationRequest { Scale = 10 })!;
        Assert.Equal(
            ["free.number", "free.twice", "parents.id", "parents.weight", "shares.up"],
            (await CompareAsync(few, many)).Order(StringComparer.Ordinal));
    }

    // Gives the columns that were told as stable.
    private static async Task<List<string>> CompareAsync(GenerationPlan few, GenerationPlan many)
    {
        var stable = new List<string>();
        foreach (TableReport table in few.Report().Tables)
        {
            string[] columns = [.. table.Columns.Where(column => column.IsPrefixStable).Select(column => column.Name)];
            List<object?[]> first = await FirstAsync(few, table.Name, columns);
            List<object?[]> again = await FirstAsync(many, table.Name, columns);
            for (int row = 0; row < Math.Min(first.Count, again.Count); row++)
            {
                for (int column = 0; column < first[row].Length; column++)
                    Assert.Equal((table.Name, columns[column], row, first[row][column]), (table.Name, columns[column], row, again[row][column]));
            }

            stable.AddRange(columns.Select(column => $"{table.Name}.{column}"));
        }

        return stable;
    }

    private static async Task<List<object?[]>> FirstAsync(GenerationPlan plan, string table, string[] columns)
    {
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table, TestContext.Current.CancellationToken))
        {
            int[] places = [.. columns.Select(name => batch.Columns.Select((column, index) => (column, index)).Where(c => c.column.Name == name).Select(c => c.index).DefaultIfEmpty(-1).First())];
            return [.. Enumerable.Range(0, Math.Min(100, batch.RowCount)).Select(row => places.Select(place => place < 0 ? null : batch.GetValue(row, place)).ToArray())];
        }

        return [];
    }
}
