using SynthData.Tests.Language;
using SynthData.Tests.Numerics;

namespace SynthData.Tests.Run;

/// <summary>Made cells tell nothing of other cells that they do not read: beside them, below them, in another table, at another draw.</summary>
public class IndependenceTests
{
    private const int Rows = 40_000;
    private const double Bound = 5;

    /// <summary>Every kind of drawn column, cut into a few cells of equal share.</summary>
    private static readonly string Schema = Made.Shop($$"""
        parents:
          rows: 8
          columns:
            id: { sequence: 0 }
        left:
          rows: {{Rows}}
          columns:
        {{Drawn}}
        right:
          rows: {{Rows}}
          columns:
        {{Drawn}}
        """);

    private static string Drawn => """
            word:   { values: [a, b, c, d, e, f, g, h] }
            coin:   { values: [yes, no] }
            whole:  { range: [0, 7] }
            price:  { type: decimal(2), range: [0.00, 7.99], hidden: true }
            day:    { type: date, range: [2024-01-01, 2024-01-08] }
            moment: { type: timestamp, range: ['2024-01-01 00:00:00', '2024-01-08 23:59:59'], hidden: true }
            code:   { pattern: '[a-h]' }
            parent: { references: parents.id }
            gap:    { constant: here, nulls: 50% }
            sex:    { semantic: person.sex }
            floor_price: { expr: floor(price) }
            on_day: { expr: cast(moment as date) }
        """;

    [Fact]
    public async Task Columns_of_one_row_of_neighbouring_rows_and_of_two_tables_are_independent()
    {
        GenerationPlan plan = Made.Plan(Schema);
        Dictionary<string, int[]> left = await CodesAsync(plan, "left");
        Dictionary<string, int[]> right = await CodesAsync(plan, "right");
        foreach ((string name, int[] cells) in left)
        {
            foreach ((string other, int[] beside) in left)
            {
                Expect($"{name} and {other} of the next row", cells, beside, 1);
                if (name != other)
                    Expect($"{name} and {other}", cells, beside, 0);
            }

            foreach ((string other, int[] beside) in right)
                Expect($"left.{name} and right.{other}", cells, beside, 0);
        }
    }

    [Fact]
    public async Task A_row_that_is_drawn_again_tells_nothing_of_its_first_draw()
    {
        const string Column = "word: { values: [a, b, c, d, e, f, g, h] }\nfrozen: { pattern: '[A-Z]{5}', unique: true }";
        MadeTable first = await Made.RowsAsync(Made.Items(Column, Rows));
        MadeTable again = await Made.RowsAsync(Made.Items(Column, Rows, "rules: [ \"word > 'd'\" ]"));
        Assert.Equal(first["frozen"], again["frozen"]);
        int[] redrawn = [.. Enumerable.Range(0, Rows).Where(row => string.CompareOrdinal(first["word"][row], "d") <= 0)];
        Assert.InRange(redrawn.Length, Rows * 0.48, Rows * 0.52);
        Expect("first and final draw", [.. redrawn.Select(row => first["word"][row]![0] - 'a')], [.. redrawn.Select(row => again["word"][row]![0] - 'e')], 0);
    }

    private static async Task<Dictionary<string, int[]>> CodesAsync(GenerationPlan plan, string table)
    {
        MadeTable made = await Made.RowsAsync(plan, table);
        return made.Columns.ToDictionary(column => column, column =>
        {
            string[] values = [.. made[column].Select(cell => cell ?? "").Distinct().Order(StringComparer.Ordinal)];
            Assert.InRange(values.Length, 2, 8);
            return made[column].Select(cell => Array.BinarySearch(values, cell ?? "", StringComparer.Ordinal)).ToArray();
        });
    }

    private static void Expect(string what, int[] one, int[] other, int lag)
    {
        int width = other.Max() + 1;
        int[] cells = new int[(one.Max() + 1) * width];
        for (int row = 0; row < one.Length - lag; row++)
            cells[(one[row] * width) + other[row + lag]]++;
        double deviate = ChiSquare.Deviate(cells, (one.Length - lag) / (double)cells.Length);
        Assert.True(Math.Abs(deviate) < Bound, $"{what}: {deviate:f1} standard deviations.");
    }
}
