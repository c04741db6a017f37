using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Text columns of a table that one entry fills together, and what they depend on.</summary>
/// <param name="Columns">The columns, as a model would be asked for them row by row.</param>
/// <param name="Conditions">Known columns whose values tell pools apart, the most telling first.</param>
/// <param name="Places">Known columns that differ by row, which texts may name.</param>
/// <param name="Axes">Known columns that make entries differ.</param>
internal sealed record EntryGroup(
    RowSample Sample, ImmutableArray<PromptColumn> Columns, ImmutableArray<int> Conditions, ImmutableArray<int> Places, ImmutableArray<int> Axes)
{
    private const int MostObserved = 12;
    private const int MostClosed = 64;
    private const int RowsPerValue = 20;

    public PromptTable Table => Sample.Table;

    public ImmutableArray<string> Names => [.. Columns.Select(column => column.Name)];

    /// <summary>As a knowledge file writes it: <c>tickets.body</c>, or <c>tickets.[subject, body]</c>.</summary>
    public string Key => $"{Table.Table}.{(Columns.Length == 1 ? Columns[0].Name : $"[{string.Join(", ", Names)}]")}";

    /// <summary>Whether two rows may not have the same text in some column.</summary>
    public bool IsUnique => Columns.Any(column => column.IsUnique);

    public IEnumerable<string> Given => Conditions.Select(NameOf);

    public string NameOf(int known) => Table.Known[known].Name;

    /// <summary>The known columns that texts of a column may name: those that differ by row, and conditions that a pool leaves open; none where no two rows may have the same text.</summary>
    public IEnumerable<string> NameableIn(PromptColumn column) => column.IsUnique ? [] : Conditions.Concat(Places).Select(NameOf);

    /// <summary>What prompts mention and no text may name: expressions, and columns that may be null.</summary>
    public IEnumerable<string> Unnamed => Enumerable.Range(0, Table.Known.Length).Except(Conditions).Except(Places).Except(Axes).Select(NameOf)
        .Where(name => Columns.Any(column => column.Mentions.Contains(name)));

    /// <summary>Groups columns: those whose prompts are answered together.</summary>
    /// <param name="order">Conditions in the order in which a file has told pools apart before; new ones come behind them.</param>
    public static EntryGroup Of(RowSample sample, ImmutableArray<PromptColumn> columns, ImmutableArray<string> order)
    {
        PromptTable table = sample.Table;
        int[] mentioned = [.. Enumerable.Range(0, table.Known.Length).Where(known => columns.Any(column => column.Mentions.Contains(table.Known[known].Name)))];
        int[] axes = [.. mentioned.Where(known => table.Known[known].IsAxis && !columns.Any(column => column.Prompt?.Contains($"{{{table.Known[known].Name}}}", StringComparison.Ordinal) is true))];
        int[] conditions = [.. mentioned.Except(axes).Where(known => IsCondition(sample, known))];
        return new EntryGroup(
            sample, columns,
            [.. conditions.OrderBy(known => order.IndexOf(table.Known[known].Name) is >= 0 and var place ? place : order.Length)
                .ThenByDescending(known => columns.Count(column => column.Mentions.Contains(table.Known[known].Name))).ThenBy(known => sample.ValuesOf(known).Length)],
            [.. mentioned.Except(axes).Except(conditions).Where(known => !table.Known[known].IsComputed && !sample.HasNulls(known))],
            [.. axes]);
    }

    // A closed list, or so few values that they are as good as one.
    private static bool IsCondition(RowSample sample, int known)
    {
        KnownColumn column = sample.Table.Known[known];
        int values = sample.ValuesOf(known).Length;
        if (column.IsComputed || values < 2)
            return column is { IsComputed: false, Values.Length: > 0 and <= MostClosed };
        return column.Values is { } closed
            ? closed.Length <= MostClosed
            : column.Type.Kind is ColumnKind.String or ColumnKind.Bool or ColumnKind.Int32 or ColumnKind.Int64
                && values <= MostObserved && sample.Rows.Length >= RowsPerValue * values;
    }
}
