using System.Collections.Immutable;

namespace SynthData.Expressions.Functions;

/// <summary>A function that reads other rows than its own, with what its documentation says.</summary>
/// <param name="Doc">One sentence.</param>
/// <param name="Example">A column of a schema as it is written.</param>
internal sealed record RowFunction(string Name, string Signature, string Doc, string Example);

/// <summary>The functions that read other rows: the row before, and the children of a row. The scope of an expression binds them.</summary>
internal static class RowFunctions
{
    /// <summary>Reads the row before.</summary>
    public const string Previous = "previous";

    public static ImmutableArray<RowFunction> All { get; } =
    [
        new(Previous, "previous(column, first)",
            "The column's cell in the row before of the same `per` parent, as that row is written; in a parent's first row the second argument.",
            "balance: { type: decimal(2), expr: 'previous(balance, account.opening) + amount' }"),
        new("sum", "sum(children.column)", "The sum over the rows of a table made `per` this one, without nulls; of none 0.", "total: { expr: sum(lines.quantity * lines.price) }"),
        new("count", "count(children) or count(children.column)", "How many rows of a table made `per` this one there are, or have a value in a column.", "lines: { expr: count(lines) }"),
        new("min", "min(children.column)", "The least value among the rows of a table made `per` this one; of none null.", "first_visit: { expr: min(visits.day) }"),
        new("max", "max(children.column)", "The greatest value among the rows of a table made `per` this one; of none null.", "last_visit: { expr: max(visits.day) }"),
        new("bool_and", "bool_and(children.condition)", "Whether a condition holds in all rows of a table made `per` this one; of none null.", "is_paid: { expr: 'bool_and(invoices.paid_on is not null)' }"),
        new("bool_or", "bool_or(children.condition)", "Whether a condition holds in a row of a table made `per` this one; of none null.", "has_bike: { expr: \"bool_or(lines.category = 'bike')\" }"),
    ];

    public static RowFunction? Find(string name)
    {
        foreach (RowFunction function in All)
        {
            if (string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase))
                return function;
        }

        return null;
    }
}
