using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Finds what a knowledge file speaks of that its schema no longer has.</summary>
/// <param name="groups">The groups of the schema's tables, which know the values of what prompts mention.</param>
internal sealed class GoneKnowledge(DatasetPlan plan, IReadOnlyCollection<EntryGroup> groups)
{
    /// <summary>Says why a column is gone; null where it is there.</summary>
    public string? WhyGone(KnowledgeColumn column)
    {
        if (plan.Tables.FirstOrDefault(table => table.Name == column.Table) is not { } table)
            return $"there is no table '{column.Table}'";
        string? missing = column.Names.FirstOrDefault(name => table.Find(name) is null);
        if (missing is not null)
            return $"table '{column.Table}' has no column '{missing}'";
        if (column.Names.FirstOrDefault(name => table.Find(name)!.Column!.Source is not (PromptSource or null)) is { } other)
            return $"'{column.Table}.{other}' is no prompt column";
        return column.Names.Length > 1 && column.Names.FirstOrDefault(name => table.Find(name)!.Type.Kind != ColumnKind.String) is { } number
            ? $"'{column.Table}.{number}' is no text, which a group cannot hold" : null;
    }

    /// <summary>Whether a value of a condition can still occur, as far as that is known.</summary>
    public bool IsThere(KnowledgeColumn column, string condition, string value) =>
        IsNamed(column, condition) && (ValuesOf(column, condition) is not { } values || values.Contains(value));

    // A path begins with a column, or with the table it leads to.
    private bool IsNamed(KnowledgeColumn column, string condition)
    {
        string first = condition.Split('.')[0];
        return plan.Tables.Any(table => table.Name == first) || plan.Tables.First(table => table.Name == column.Table).Find(first) is not null;
    }

    /// <summary>Tells of everything that is gone.</summary>
    public IEnumerable<Diagnostic> Tell(KnowledgeFile file)
    {
        foreach (KnowledgeColumn column in file.Columns)
        {
            if (WhyGone(column) is { } why)
            {
                yield return CompileDiagnostics.Gone.At(column.Position, column.Key, why);
                continue;
            }

            foreach (PoolCondition condition in column.Pools.SelectMany(pool => pool.When))
            {
                foreach (SchemaScalar value in condition.Values.Where(value => !IsThere(column, condition.Column.Text, value.Text)))
                    yield return CompileDiagnostics.Gone.At(value.Position, $"{condition.Column.Text}: {value.Text}", $"'{condition.Column.Text}' has no such value");
            }
        }
    }

    private ImmutableArray<string>? ValuesOf(KnowledgeColumn column, string condition) =>
        groups.Where(group => group.Table.Table == column.Table).SelectMany(group => group.Table.Known).FirstOrDefault(known => known.Name == condition)?.Values;
}
