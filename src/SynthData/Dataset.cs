using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData;

/// <summary>A schema that was read. Immutable and thread-safe.</summary>
public sealed class Dataset
{
    internal Dataset(DatasetSchema schema, KnowledgeFile? knowledge = null)
    {
        Schema = schema;
        Knowledge = knowledge;
    }

    /// <summary>The dataset's name.</summary>
    public string Name => Schema.Name;

    /// <summary>The tables' names, as written.</summary>
    public ImmutableArray<string> Tables => [.. Schema.Tables.Select(table => table.Name)];

    internal DatasetSchema Schema { get; }

    /// <summary>What is known of its prompt columns; null where there is no file beside the schema.</summary>
    internal KnowledgeFile? Knowledge { get; }

    /// <summary>Reads a schema.</summary>
    /// <param name="path">A YAML or JSON file.</param>
    /// <param name="parameters">Values for the schema's <c>params</c>, by name.</param>
    /// <exception cref="SchemaException">The schema is wrong; carries every SD1 diagnostic found.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Dataset Open(string path, IReadOnlyDictionary<string, string>? parameters = null)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no schema at '{path}'.", path);
        var bag = new DiagnosticBag();
        DatasetSchema? schema = SchemaReader.ReadFile(path, parameters ?? ImmutableDictionary<string, string>.Empty, bag);
        DatasetSchema? listed = schema is null || bag.HasErrors ? schema : ListedFiles.Read(schema, bag);
        KnowledgeFile? known = ReadKnowledge(path, bag);
        bag.ThrowIfErrors();
        return new Dataset(listed!, known);
    }

    /// <summary>Reads the knowledge beside a schema; null without a file, or where nothing could be made of it, which is told.</summary>
    internal static KnowledgeFile? ReadKnowledge(string schema, DiagnosticBag bag) =>
        File.Exists(KnowledgePath(schema)) ? KnowledgeReader.ReadFile(KnowledgePath(schema), bag) : null;

    /// <summary>The file of a schema's knowledge: beside it, <c>NAME.knowledge.yaml</c>.</summary>
    internal static string KnowledgePath(string schema) => Path.ChangeExtension(schema, ".knowledge.yaml");

    /// <summary>Binds the schema and counts its rows.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met; carries every SD2 diagnostic found.</exception>
    /// <exception cref="GenerationException">A count cannot be computed (SD4).</exception>
    public GenerationPlan Plan(GenerationRequest? request = null)
    {
        request ??= new GenerationRequest();
        request = request with                                                                       // the caller's may change later
        {
            Rows = request.Rows.ToImmutableDictionary(StringComparer.Ordinal),
            RowsFrom = request.RowsFrom.ToImmutableDictionary(StringComparer.Ordinal),
        };
        var bag = new DiagnosticBag();
        DatasetPlan draft = Planner.Draft(Schema, ToPlanning(Schema, request) with { Knowledge = Knowledge }, bag);
        var run = new DatasetRun(draft, CancellationToken.None);
        new CapacityCheck(run.Plan, table => run.Plan.Tables[table].Per is null ? 0 : run.Children(table).MostOfOne, bag).Check();
        bag.ThrowIfErrors();
        run.ReportParentChoices(bag);
        run.ReportUniqueTexts(bag);
        bag.ThrowIfErrors();
        new PinnedRowsCheck(run, bag).Check();
        bag.ThrowIfErrors();
        if (request is { Text: null, Model: { } model } && !run.AsksModel && run.UsesKnowledge)
            bag.Add(KnowledgeDiagnostics.ModelIdle, null, model);
        return new GenerationPlan(this, request, run, [.. bag.InFileOrder()]);
    }

    /// <summary>What planning needs to know of a request, the schema's defaults applied.</summary>
    internal static PlanRequest ToPlanning(DatasetSchema schema, GenerationRequest request) => new()
    {
        Seed = request.Seed ?? schema.Seed,
        AsOf = request.AsOf ?? schema.AsOf,
        Rows = request.Rows.ToImmutableDictionary(StringComparer.Ordinal),
        RowsFrom = request.RowsFrom.ToImmutableDictionary(StringComparer.Ordinal),
        SequenceStarts = request.SequenceStarts.ToImmutableDictionary(StringComparer.Ordinal),
        Scale = request.Scale,
        Tables = request.Tables,
        IsStrict = request.IsStrict,
        UsesModel = request.Text == TextSource.Row || request.TextRows is not null || (request.Text is null && (request.Model is not null || request.BringsClient)),
        TextRows = request.TextRows,
        Filling = request.Text switch
        {
            _ when request.TextRows is not null => PromptFilling.Row,
            TextSource.Row => PromptFilling.Row,
            TextSource.Knowledge => PromptFilling.Knowledge,
            TextSource.Fallback => PromptFilling.Fallback,
            _ => PromptFilling.FirstThatCan,
        },
        IsSharded = request.Shard is not null,
        IsReplay = request.IsReplay,
    };
}
