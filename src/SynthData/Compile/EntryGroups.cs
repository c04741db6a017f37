using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Groups the text columns of a table, as the file has them and the others all together; columns that are no text or of short texts stand alone.</summary>
internal static class EntryGroups
{
    /// <summary>Whether knowledge can hold a column's values.</summary>
    public static bool Hold(PromptColumn column) => column.Type.Kind switch
    {
        ColumnKind.String => true,
        ColumnKind.Uuid or ColumnKind.Json => false,
        _ => !column.IsUnique,
    };

    /// <param name="prunes">Whether groups of the file that have lost a column are taken apart; else nothing is asked for what is left of them.</param>
    public static IEnumerable<EntryGroup> Of(RowSample sample, KnowledgeFile? file, bool prunes)
    {
        ImmutableArray<PromptColumn> texts = [.. sample.Table.Columns.Where(column => column.Type.Kind == ColumnKind.String)];
        var grouped = new HashSet<string>(StringComparer.Ordinal);
        foreach (KnowledgeColumn known in file?.Columns.Where(known => known.Table == sample.Table.Table) ?? [])
        {
            ImmutableArray<PromptColumn> columns = [.. known.Names.Select(name => texts.FirstOrDefault(column => column.Name == name)).OfType<PromptColumn>()];
            bool isWhole = columns.Length == known.Names.Length;
            if (isWhole || (known.Names.Length > 1 && !prunes))
                grouped.UnionWith(known.Names);
            if (isWhole)
                yield return EntryGroup.Of(sample, columns, [.. known.Given.Select(name => name.Text)]);
        }

        ImmutableArray<PromptColumn> left = [.. texts.Where(column => !grouped.Contains(column.Name) && !ShortAnswers.Are(column))];
        if (!left.IsEmpty)
            yield return EntryGroup.Of(sample, left, []);
        foreach (PromptColumn column in sample.Table.Columns.Where(column => !grouped.Contains(column.Name) && Hold(column) && (column.Type.Kind != ColumnKind.String || ShortAnswers.Are(column))))
            yield return EntryGroup.Of(sample, [column], [.. file?.Find(sample.Table.Table, column.Name)?.Given.Select(name => name.Text) ?? []]);
    }
}
