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
