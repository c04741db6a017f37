using System.Globalization;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Tests.Output;

namespace SynthData.Tests.Judge;

/// <summary>Writes what a source promises of its cells as a condition that a wrong cell meets.</summary>
internal sealed class SourceSql(SqlRows rows, CellPlan cell)
{
    private readonly string column = rows.Slot(cell.Slot);

    /// <summary>Conditions under which a row is wrong, each with what it breaks.</summary>
    /// <param name="source">The source, or that of a case.</param>
    /// <param name="holds">The condition under which it fills the cell.</param>
    public IEnumerable<(string What, string Wrong)> Wrongs(CellSource source, string holds) => source switch
    {
        CategoryCells category => Category(category, holds),
        RangeCells range => Range(range, holds),
        ExpressionCells expression => [("value of", $"{holds} AND {column} IS NOT NULL AND {Differs(Sql(expression.Expression))}"), ("null of", $"{holds} AND {IsFilled} AND {column} IS NULL AND CAST({Sql(expression.Expression)} AS {Type}) IS NOT NULL")],
        CasesCells cases => Cases(cases, holds),
        SequenceCells or UuidCells or PatternCells or SemanticCells or PositionCells => [("null in", $"{holds} AND {IsFilled} AND {column} IS NULL")],
        _ => [],
    };

    /// <summary>Null unless the column's `when` holds.</summary>
    public string? Unasked => cell.When is { } when ? $"{column} IS NOT NULL AND ({Sql(when)}) IS NOT TRUE" : null;

    private string Type => DuckDbJudge.TypeOf(cell.Type);

    // Whether a null needs a reason: none where nulls are drawn, and where `when` does not hold.
    private string IsFilled => cell.Nulls is not null ? "FALSE" : cell.When is { } when ? $"({Sql(when)}) IS TRUE" : "TRUE";

    private string Sql(BoundExpression expression) => expression.ToSql(SqlDialect.DuckDb, rows.Slot);

    private string Differs(string expected) => cell.Type.Kind == ColumnKind.Double
        ? $"(abs({column} - ({expected})) > 1e-9 * greatest(1, abs({column})))"
        : $"{column} IS DISTINCT FROM CAST({expected} AS {Type})";

    private IEnumerable<(string What, string Wrong)> Category(CategoryCells category, string holds)
    {
        for (int number = 0; number < category.Cases.Length; number++)
        {
            bool hasNull = category.Cases[number].Indices.Any(category.Values.Cells.IsNull);
            IEnumerable<string> values = category.Cases[number].Indices.Where(index => !category.Values.Cells.IsNull(index)).Select(index => Literal(category.Values.Texts[index], cell.Type));
            string inCase = $"{holds} AND {InCase(category.Given, number)}";
            yield return ("category of", $"{inCase} AND {column} IS NOT NULL AND {column} NOT IN ({string.Join(", ", values.DefaultIfEmpty("NULL"))})");
            if (!hasNull)
                yield return ("null in", $"{inCase} AND {IsFilled} AND {column} IS NULL");
        }

        if (category.Given is { Otherwise: < 0 } given)
            yield return ("value without a case of", $"{holds} AND {InCase(given, given.Keys.Length)} AND {column} IS NOT NULL");
    }

    private IEnumerable<(string What, string Wrong)> Range(RangeCells range, string holds)
    {
        for (int number = 0; number < range.Ranges.Length; number++)
        {
            GridRange ends = range.Ranges[number];
            string inCase = $"{holds} AND {InCase(range.Given, number)}";
            string low = End(ends.Low);
            string high = End(ends.High);
            yield return ("range of", $"{inCase} AND {column} IS NOT NULL AND coalesce({column} < {low} OR {column} > {high}, TRUE)");
            yield return ("null in", $"{inCase} AND {IsFilled} AND {column} IS NULL AND {low} IS NOT NULL AND {high} IS NOT NULL");
            if (ends is { Anchor: null, Step: > 1, Low.IsConstant: true } && cell.Type.Kind is ColumnKind.Int32 or ColumnKind.Int64)
                yield return ("step of", $"{inCase} AND ({column} - {low}) % {ends.Step} <> 0");
        }
    }

    private IEnumerable<(string What, string Wrong)> Cases(CasesCells cases, string holds)
    {
        string open = holds;
        foreach (CellCase one in cases.Cases)
        {
            string when = one.When is null ? "TRUE" : $"(({Sql(one.When)}) IS TRUE)";
            foreach ((string What, string Wrong) wrong in Wrongs(one.Source, $"{open} AND {when}"))
                yield return wrong;
            open = $"{open} AND NOT {when}";
        }

        yield return ("value without a case of", $"{open} AND {column} IS NOT NULL");
    }

    private string End(RangeEnd end)
    {
        if (end.Expression is { } expression)
            return $"CAST({Sql(expression)} AS {Type})";
        if (cell.Type.Kind == ColumnKind.Double)
            return end.Number.ToString("R", CultureInfo.InvariantCulture);
        var literal = new Int64Column();
        literal.Reset(1);
        literal[0] = end.Units;
        return Literal(CellText.Format(literal, 0, cell.Type), cell.Type);
    }

    private string InCase(GivenSelector? given, int number)
    {
        if (given is null)
            return "TRUE";
        string[] keys = [.. given.Keys.Select(key => $"coalesce({string.Join(" AND ", key.Select((text, index) => $"{rows.Slot(given.Slots[index])} = {Literal(text, given.Types[index])}"))}, FALSE)")];
        return number < keys.Length ? keys[number] : keys.Length == 0 ? "TRUE" : $"NOT ({string.Join(" OR ", keys)})";
    }

    private static string Literal(string text, ColumnType type) => $"CAST('{text.Replace("'", "''", StringComparison.Ordinal)}' AS {DuckDbJudge.TypeOf(type)})";
}
