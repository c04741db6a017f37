using System.Globalization;

namespace SynthData.Tests.Judge;

/// <summary>Adds the column of a recipe to a table; what cannot be there yet becomes a plain number.</summary>
internal static class SketchColumns
{
    public const int Kinds = 19;

    private static readonly string[] Words = ["x", "y", "z z", "it''s"];
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static void Add(SketchTable table, ColumnRecipe recipe)
    {
        string name = $"{(table.Parent is null ? "a" : "b")}{table.Columns.Count}";
        SketchColumn column = Make(table, recipe, name);
        table.Columns.Add(Masked(table, recipe, column));
    }

    // Nulls drawn, or where a condition does not hold.
    private static SketchColumn Masked(SketchTable table, ColumnRecipe recipe, SketchColumn column)
    {
        if (recipe.Mask % 5 == 1)
            return column with { Written = $"{column.Written}, nulls: 25%", IsKept = row => row[column.Name] is null || column.IsKept(row) };
        if (recipe.Mask % 5 == 3 && recipe.Pick % 2 == 0)
            return column with { Written = $"{column.Written}, nulls: {{ share: 30%, exact: true }}", IsKept = row => row[column.Name] is null || column.IsKept(row) };
        if (recipe.Mask % 5 != 2 || Pick(table, SketchKind.Int, recipe.Pick + 7) is not { } number)
            return column;
        return column with
        {
            Written = $"{column.Written}, when: {Quoted($"{number} > {recipe.A - 30}")}",
            IsKept = row => row.Int(number) > recipe.A - 30 ? column.IsKept(row) : row[column.Name] is null,
        };
    }

    private static SketchColumn Make(SketchTable table, ColumnRecipe recipe, string name)
    {
        string? number = Pick(table, SketchKind.Int, recipe.Pick);
        string? other = Pick(table, SketchKind.Int, recipe.Pick / 3);
        string? word = Pick(table, SketchKind.Text, recipe.Pick);
        string? day = Pick(table, SketchKind.Date, recipe.Pick);
        return recipe.Kind switch
        {
            1 => Decimal(recipe, name),
            2 => Day(recipe, name),
            3 => Category(recipe, name),
            4 => new SketchColumn(name, SketchKind.Bool, "type: bool, values: { true: 3, false: 1 }", row => row[name] is bool),
            5 when number is not null => Sum(recipe, name, number, other!),
            6 when day is not null => After(recipe, name, day),
            7 when number is not null => From(recipe, name, number),
            8 when table.Columns.Find(column => column is { Values.Length: > 0 }) is { } given => Given(name, given, given.Name),
            15 when table.Parent?.Columns.Find(column => column is { Values.Length: > 0 }) is { } given => Given(name, given, $"p.{given.Name}"),
            16 when day is not null => Before(recipe, name, day),
            17 => Real(recipe, name),
            18 when table.Parent is null && !table.Columns.Exists(column => column.Name == "up") =>
                new SketchColumn("up", SketchKind.Other, $"references: p.id, earlier: true{(recipe.A % 2 == 0 ? ", skew: { zipf: 1.2 }" : "")}", row => row["up"] is null == row.Earlier is null),
            9 when number is not null => Cases(recipe, name, number),
            10 => new SketchColumn(name, SketchKind.Text, $"pattern: '[A-Z]{{2}}[0-9]{{2}}', unique: true{(recipe.A % 2 == 0 ? ", check_digit: luhn" : "")}", row => row.Text(name) is { Length: 4 } text && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiDigit(text[3])),
            11 when word is not null && number is not null => Template(name, word, number),
            12 => Time(recipe, name),
            13 when word is not null && number is not null => Choice(recipe, name, word, number),
            14 when number is not null => Ratio(name, number, other!),
            _ => Number(recipe, name),
        };
    }

    private static string? Pick(SketchTable table, SketchKind kind, int pick) => table.Readable(kind) is { Length: > 0 } names ? names[pick % names.Length] : null;

    private static SketchColumn Number(ColumnRecipe recipe, string name)
    {
        (long low, long high) = (recipe.A - 30, recipe.A - 30 + recipe.B);
        string draw = low == high ? "" : (recipe.Mask % 4) switch
        {
            0 => ", distribution: normal",
            1 => FormattableString.Invariant($", distribution: {{ triangular: {{ mode: {low} }} }}"),
            2 => FormattableString.Invariant($", distribution: {{ empirical: {{ values: [{low}, {high}, {high}] }} }}"),
            _ => "",
        };
        return new SketchColumn(name, SketchKind.Int, $"type: int32, range: [{low}, {high}]{draw}", row => row.Int(name) >= low && row.Int(name) <= high);
    }

    private static SketchColumn Decimal(ColumnRecipe recipe, string name)
    {
        decimal low = recipe.A - 30;
        decimal high = low + recipe.B + 0.5m;
        return new SketchColumn(name, SketchKind.Other, FormattableString.Invariant($"type: decimal(2), range: [{low}, {high}], step: 0.05"),
            row => row[name] is decimal value && value >= low && value <= high && decimal.Remainder(value - low, 0.05m) == 0);
    }

    private static SketchColumn Day(ColumnRecipe recipe, string name)
    {
        (DateOnly low, DateOnly high) = (FirstDay.AddDays(recipe.A), FirstDay.AddDays(recipe.A + recipe.B));
        return new SketchColumn(name, SketchKind.Date, FormattableString.Invariant($"type: date, range: [{low:yyyy-MM-dd}, {high:yyyy-MM-dd}]"), row => row.Date(name) >= low && row.Date(name) <= high);
    }

    private static SketchColumn Category(ColumnRecipe recipe, string name)
    {
        string[] values = [.. Words.Take((recipe.A % Words.Length) + 1)];
        string weights = string.Join(", ", values.Select((value, index) => $"'{value}': {(recipe.B + index) % 9 + 1}"));
        string exact = recipe.Mask == 4 ? ", exact: true" : "";
        string[] plain = [.. values.Select(value => value.Replace("''", "'", StringComparison.Ordinal))];
        return new SketchColumn(name, SketchKind.Text, $"values: {{ {weights} }}{exact}", row => plain.Contains(row.Text(name))) { Values = values };
    }

    private static SketchColumn Sum(ColumnRecipe recipe, string name, string first, string second) => (recipe.A % 3) switch
    {
        0 => new SketchColumn(name, SketchKind.Int, $"type: int64, expr: {first} + {second}", row => row.Int(name) == row.Int(first) + row.Int(second)),
        1 => new SketchColumn(name, SketchKind.Int, $"type: int32, expr: {first} * 2 - {second}", row => row.Int(name) == (row.Int(first) * 2) - row.Int(second)),
        _ => new SketchColumn(name, SketchKind.Bool, $"expr: {first} < {second}", row => row.Bool(name) == (row.Int(first) is { } a && row.Int(second) is { } b ? a < b : null)),
    };

    private static SketchColumn After(ColumnRecipe recipe, string name, string day) => new(
        name, SketchKind.Date, $"type: date, after: {day}, within: [{recipe.A}d, {recipe.A + recipe.B}d]",
        row => row.Date(day) is not { } from ? row[name] is null : row.Date(name) >= from.AddDays(recipe.A) && row.Date(name) <= from.AddDays(recipe.A + recipe.B));

    private static SketchColumn From(ColumnRecipe recipe, string name, string low)
    {
        long high = recipe.B + 20;
        return new SketchColumn(name, SketchKind.Int, $"type: int64, range: [{low}, {high}]",
            row => row.Int(low) is not { } from ? row[name] is null : row.Int(name) >= from && row.Int(name) <= high);
    }

    private static SketchColumn Before(ColumnRecipe recipe, string name, string day) => new(
        name, SketchKind.Date, $"type: date, before: {day}, within: [{recipe.A}d, {recipe.A + recipe.B}d]",
        row => row.Date(day) is not { } from ? row[name] is null : row.Date(name) <= from.AddDays(-recipe.A) && row.Date(name) >= from.AddDays(-recipe.A - recipe.B));

    private static SketchColumn Real(ColumnRecipe recipe, string name)
    {
        (double low, double high) = (recipe.A - 30, recipe.A - 29.5 + recipe.B);
        double middle = (low + high) / 2;
        string draw = (recipe.Mask % 6) switch
        {
            0 when low < 9 && high > 9 => ", distribution: { exponential: { mean: 9 } }",
            1 => ", distribution: normal",
            2 => ", distribution: { beta: { alpha: 0.5, beta: 3 } }",
            3 => FormattableString.Invariant($", distribution: {{ triangular: {{ mode: {middle} }} }}"),
            4 when middle > 0 => FormattableString.Invariant($", distribution: {{ gamma: {{ shape: 2, mean: {middle} }} }}"),
            5 => FormattableString.Invariant($", distribution: {{ mixture: [ {{ weight: 2, normal: {{ mean: {middle}, sd: 1 }} }}, {{ weight: 1, beta: {{ alpha: 2, beta: 2 }} }} ] }}"),
            _ => "",
        };
        return new SketchColumn(name, SketchKind.Other, FormattableString.Invariant($"type: double, range: [{low}, {high}]{draw}"), row => row[name] is double value && value >= low && value <= high);
    }

    private static SketchColumn Given(string name, SketchColumn given, string path)
    {
        string cases = string.Join(", ", given.Values.Select((value, index) => $"'{value}': [{index * 10}, {(index * 10) + 5}]"));
        string[] plain = [.. given.Values.Select(value => value.Replace("''", "'", StringComparison.Ordinal))];
        return new SketchColumn(name, SketchKind.Int, $"type: int32, given: {path}, range: {{ {cases}, else: [90, 99] }}", row =>
        {
            int found = Array.IndexOf(plain, row.Text(path));
            return found < 0 ? row.Int(name) is >= 90 and <= 99 : row.Int(name) >= found * 10 && row.Int(name) <= (found * 10) + 5;
        });
    }

    private static SketchColumn Cases(ColumnRecipe recipe, string name, string number)
    {
        long limit = recipe.A - 30;
        string written = $"type: string, cases: [ {{ when: {Quoted($"{number} > {limit}")}, values: [big, huge] }}, {{ when: {Quoted($"{number} is null")}, constant: none }}, {{ else: {{ constant: small }} }} ]";
        return new SketchColumn(name, SketchKind.Text, written, row => row.Int(number) switch
        {
            null => row.Text(name) == "none",
            { } value when value > limit => row.Text(name) is "big" or "huge",
            _ => row.Text(name) == "small",
        });
    }

    private static SketchColumn Template(string name, string word, string number) => new(
        name, SketchKind.Text, $"template: '{{{word}}}/{{{number}}}'",
        row => row.Text(name) == (row.Text(word) is { } text && row.Int(number) is { } value ? FormattableString.Invariant($"{text}/{value}") : null));

    private static SketchColumn Time(ColumnRecipe recipe, string name)
    {
        DateTime low = FirstDay.AddDays(recipe.A).ToDateTime(TimeOnly.MinValue);
        DateTime high = low.AddDays(recipe.B);
        return new SketchColumn(name, SketchKind.Other, FormattableString.Invariant($"type: timestamp, range: [{low:yyyy-MM-dd}, {high:yyyy-MM-dd}], step: 1h"),
            row => row[name] is DateTime value && value >= low && value <= high && value is { Minute: 0, Second: 0 });
    }

    private static SketchColumn Choice(ColumnRecipe recipe, string name, string word, string number) => new(
        name, SketchKind.Text, $"expr: {Quoted($"case when {number} > {recipe.A - 30} then upper({word}) else 'none' end")}",
        row => row.Text(name) == (row.Int(number) > recipe.A - 30 ? row.Text(word)?.ToUpperInvariant() : "none"));

    private static SketchColumn Ratio(string name, string number, string other) => new(
        name, SketchKind.Other, $"type: decimal(3), expr: {number} / nullif({other}, 0)",
        row => row.Int(number) is { } a && row.Int(other) is { } b && b != 0
            ? Math.Abs(Convert.ToDouble(row[name], CultureInfo.InvariantCulture) - ((double)a / b)) <= 0.000_500_001
            : row[name] is null);
}
