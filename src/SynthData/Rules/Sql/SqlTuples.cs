using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Sql;

/// <summary>Says in SQL which rows hold no tuple that the schema lists.</summary>
internal sealed class SqlTuples(SqlRows rows, CellPlan row, ImmutableArray<CellPlan> cells, SqlDialect dialect)
{
    // A query that is longer is of no use to anybody.
    private const int MaxTuples = 10_000;

    private readonly CategoryCells source = (CategoryCells)row.Source;

    /// <summary>A condition that is TRUE for a row whose columns hold no tuple together.</summary>
    /// <exception cref="NotInSqlException">There are too many.</exception>
    public string Violation()
    {
        if (source.Values.Count > MaxTuples)
            throw new NotInSqlException($"{source.Values.Count} tuples are too many for a query");
        string isNull = string.Join(" AND ", cells.Select(cell => $"{rows.Slot(cell.Slot)} IS NULL"));
        string mayBeNull = row.When is { } when ? $"(({rows.Expression(when)}) IS NOT TRUE AND {isNull}) OR " : "";
        string drawnNull = row.Nulls is null ? "" : $"({isNull}) OR ";
        return $"NOT ({mayBeNull}{drawnNull}{Listed()})";
    }

    private string Listed()
    {
        if (source.Given is not { } given)
            return AnyOf(0);
        IEnumerable<string> arms = given.Keys.Select((key, number) => $" WHEN {Condition(given, key)} THEN {AnyOf(number)}");
        return $"CASE{string.Concat(arms)} ELSE {(given.Otherwise < 0 ? "TRUE" : AnyOf(given.Otherwise))} END";
    }

    private string Condition(GivenSelector given, ImmutableArray<string> key) =>
        string.Join(" AND ", key.Select((text, index) => $"{rows.Slot(given.Slots[index])} = {SqlSpelling.Literal(text, given.Types[index], dialect)}"));

    private string AnyOf(int number) => $"({string.Join(" OR ", source.Cases[number].Indices.Select(Is))})";

    private string Is(int place) => $"({string.Join(" AND ", cells.Select(cell => Is(cell, ((TupleCells)cell.Source).Values.Cells, place)))})";

    private string Is(CellPlan cell, Column literals, int place) => literals.IsNull(place)
        ? $"{rows.Slot(cell.Slot)} IS NULL"
        : $"{rows.Slot(cell.Slot)} IS NOT DISTINCT FROM {SqlSpelling.Literal(literals, place, cell.Type, dialect)}";
}
