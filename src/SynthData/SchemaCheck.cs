using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData;

/// <summary>Tells everything wrong with a schema at once: what reading tells, and what binding tells of the tables that were read whole.</summary>
internal static class SchemaCheck
{
    /// <summary>Gives SD1, SD2 and what is wrong with the knowledge beside the schema together, in file order.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(string path, IReadOnlyDictionary<string, string> parameters, GenerationRequest request)
    {
        var bag = new DiagnosticBag();
        DatasetSchema? schema = SchemaReader.ReadFile(path, parameters, bag);
        KnowledgeFile? known = Dataset.ReadKnowledge(path, bag);
        if (schema is not null)
            Bind(ReadWhole(ListedFiles.Read(schema, bag)), request, bag.HasErrors ? null : known, bag);
        return bag.InFileOrder();
    }

    private static void Bind(DatasetSchema schema, GenerationRequest request, KnowledgeFile? knowledge, DiagnosticBag bag)
    {
        var bound = new DiagnosticBag();
        try
        {
            if (schema.Tables.Length > 0)
                Planner.Draft(schema, Dataset.ToPlanning(schema, request) with { Knowledge = knowledge }, bound);
        }
        catch (SchemaException)
        {
            // What is wrong is in the bag.
        }

        bag.AddRange(bound);
    }

    // A table that was read in part would make others look wrong that are not.
    private static DatasetSchema ReadWhole(DatasetSchema schema)
    {
        var whole = schema.Tables.Where(table => !table.IsIncomplete && !table.Columns.Any(column => column.IsIncomplete)).ToList();
        HashSet<string> broken = [.. schema.Tables.Except(whole).Select(table => table.Name)];
        int removed;
        do
            removed = whole.RemoveAll(table => Needs(table).Any(broken.Contains) && broken.Add(table.Name));
        while (removed > 0);
        return schema with { Tables = [.. whole] };
    }

    private static IEnumerable<string> Needs(TableSchema table)
    {
        ImmutableArray<ColumnSchema> columns = table.Columns;
        return columns.Select(column => column.Source).OfType<ReferenceSource>().SelectMany(source => source.Targets.Select(target => target.Table))
            .Concat(columns.Select(column => column.To?.Table).OfType<string>())
            .Concat(table.Rows is RowsPer per ? [per.Parent] : []);
    }
}
