namespace SynthData.Tests.Judge;

/// <summary>Adds the rule of a recipe to a table, when the columns it needs are there. C#'s <c>bool?</c> has SQL's three values.</summary>
internal static class SketchRules
{
    public const int Kinds = 7;

    private static readonly DateOnly Spring = new(2020, 2, 1);

    public static void Add(SketchTable table, RuleRecipe recipe)
    {
        if (Make(table, recipe) is { } rule)
            table.Rules.Add(rule);
    }

    private static SketchRule? Make(SketchTable table, RuleRecipe recipe)
    {
        string? number = Pick(table, SketchKind.Int, recipe.First);
        string? other = Pick(table, SketchKind.Int, recipe.Second);
        string? word = Pick(table, SketchKind.Text, recipe.First);
        string? day = Pick(table, SketchKind.Date, recipe.First);
        string? later = Pick(table, SketchKind.Date, recipe.Second);
        string? flag = Pick(table, SketchKind.Bool, recipe.First);
        int limit = recipe.Number;
        return recipe.Kind switch
        {
            0 when number is not null => new($"{number} <= {other} + {limit}", row => Less(row.Int(number), row.Int(other!) + limit + 1)),
            1 when number is not null && word is not null => new(
                $"{word} <> 'x' or {number} > {limit}", row => (row.Text(word) is { } text ? text != "x" : null) | Less(limit, row.Int(number))),
            2 when day is not null => new($"{day} <= {later}", row => Less(row.Date(day)?.DayNumber, row.Date(later!)?.DayNumber + 1)),
            3 when number is not null => new($"{number} is null or {number} % 3 <> 0", row => row.Int(number) is not { } value || value % 3 != 0),
            4 when number is not null => new($"not ({number} between {limit} and {limit + 10})", row => !(Less(limit - 1, row.Int(number)) & Less(row.Int(number), limit + 11))),
            5 when day is not null => new($"{day} >= date '2020-02-01'", row => Less(Spring.DayNumber - 1, row.Date(day)?.DayNumber)),
            6 when flag is not null && number is not null => new($"not {flag} or {number} > {limit}", row => !row.Bool(flag) | Less(limit, row.Int(number))),
            _ => null,
        };
    }

    private static bool? Less(long? first, long? second) => first is { } a && second is { } b ? a < b : null;

    private static string? Pick(SketchTable table, SketchKind kind, int pick) => table.Readable(kind) is { Length: > 0 } names ? names[pick % names.Length] : null;
}
