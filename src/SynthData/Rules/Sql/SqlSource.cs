using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Sql;

/// <summary>Says in SQL which cells of a column its source does not give.</summary>
internal sealed class SqlSource(SqlRows rows, CellPlan cell, SqlDialect dialect)
{
    private readonly string own = rows.Slot(cell.Slot);

    /// <summary>A condition that is TRUE for a value the source does not give; null where every value of the type will do.</summary>
    public string? Violation() => Violation(cell.Source);

    private string? Violation(CellSource source) => source switch
    {
        CategoryCells category => Given(category.Given, number => Unlisted(category, number)),
        ListedCells listed => Unlisted(listed.Values, Enumerable.Range(0, listed.Values.Count)),
        RangeCells range => Given(range.Given, number => Outside(range.Ranges[number])),
        PatternCells pattern => dialect == SqlDialect.Postgres
            ? $"NOT ({own} ~ {SqlSpelling.Text($"^(?:{pattern.Text})$")})"
            : $"NOT regexp_full_match({own}, {SqlSpelling.Text(pattern.Text)})",
        ExpressionCells { Expression.Type.Kind: not TypeKind.Double } expression =>
            $"{own} IS DISTINCT FROM CAST({rows.Expression(expression.Expression)} AS {SqlSpelling.Type(cell.Type, dialect)})",
        CasesCells cases => Cases(cases),
        _ => null,
    };

    private string? Cases(CasesCells cases)
    {
        string?[] branches = [.. cases.Cases.Select(branch => Violation(branch.Source))];
        IEnumerable<string> arms = cases.Cases.Zip(branches, (branch, violation) =>
            branch.When is null ? $" ELSE {violation ?? "FALSE"}" : $" WHEN {rows.Expression(branch.When)} THEN {violation ?? "FALSE"}");
        string rest = cases.Cases[^1].When is null ? "" : $" ELSE {own} IS NOT NULL";
        return cases.Cases[0].When is null ? branches[0] : $"CASE{string.Concat(arms)}{rest} END";
    }

    private string Given(GivenSelector? given, Func<int, string> violation)
    {
        if (given is null)
            return violation(0);
        IEnumerable<string> arms = given.Keys.Select((key, number) => $" WHEN {Condition(given, key)} THEN {violation(number)}");
        return $"CASE{string.Concat(arms)} ELSE {(given.Otherwise < 0 ? "FALSE" : violation(given.Otherwise))} END";
    }

    private string Condition(GivenSelector given, ImmutableArray<string> key) =>
        string.Join(" AND ", key.Select((text, index) => $"{rows.Slot(given.Slots[index])} = {SqlSpelling.Literal(text, given.Types[index], dialect)}"));

    private string Unlisted(CategoryCells category, int number) => Unlisted(category.Values, category.Cases[number].Indices);

    private string Unlisted(LiteralCells values, IEnumerable<int> indices)
    {
        IEnumerable<int> held = indices.Where(index => !values.Cells.IsNull(index));
        string[] literals = [.. held.Select(index => SqlSpelling.Literal(values.Cells, index, cell.Type, dialect)).Distinct()];
        return literals.Length == 0 ? $"{own} IS NOT NULL" : $"{own} NOT IN ({string.Join(", ", literals)})";
    }

    private string Outside(GridRange range)
    {
        string?[] ends = [End(range.Low) is { } low ? $"{own} < {low}" : null, End(range.High) is { } high ? $"{own} > {high}" : null];
        string outside = string.Join(" OR ", ends.Where(end => end is not null));
        return outside.Length == 0 ? "FALSE" : $"({outside})";
    }

    private string? End(RangeEnd end)
    {
        if (end.Expression is { } expression)
            return $"({rows.Expression(expression)})";
        if (cell.Type.Kind == ColumnKind.Double)
            return double.IsFinite(end.Number) ? SqlSpelling.Literal(end.Number.ToString("R", CultureInfo.InvariantCulture), cell.Type, dialect) : null;
        var column = new Int64Column();
        column.Reset(1);
        column[0] = end.Units;
        return SqlSpelling.Literal(column, 0, cell.Type, dialect);
    }
}
