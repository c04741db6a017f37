using System.Collections.Immutable;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Output.Csv;
using SynthData.Output.Databases;
using SynthData.Output.Sql;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData;

/// <summary>The manifest a run is going to write, and what its output must agree with to be complete already.</summary>
internal sealed class ManifestDraft(GenerationPlan plan, OutputTarget target, RunOptions options)
{
    private static readonly string ToolVersion = typeof(ManifestDraft).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private readonly FormatChoice format = FormatChoice.For(options, target, plan.Request.Shard);

    /// <summary>Says of a text that the format will not take it; null where it takes every text.</summary>
    public Func<string, bool>? IsRefused => format is { Name: "csv", Formula: CsvFormula.Reject } ? text => FormulaText.IsFormula(text) : null;

    /// <summary>What files are written.</summary>
    public DatasetRequest Request => new(
        target,
        format.IsScript ? Script : format.Open(),
        Empty(),
        [.. plan.Run.InOrder.Where(table => table.IsWritten).Select(table => table.Name)],
        options.Overwrite);

    private SqlFormat Script
    {
        get
        {
            ImmutableArray<TableDefinition> tables = TableDefinition.Of(plan.Run.Plan);
            return new SqlFormat(
                plan.Dataset.Name, format.Compression, options.CreateTables ? [.. tables.Select(table => TableScript.Create(table, SqlFormat.TypeName))] : [])
            {
                SelfReferring = [.. tables.Where(table => table.ForeignKeys.Any(key => key.Parent == table.Name)).Select(table => table.Name)],
            };
        }
    }

    /// <summary>What is written into a database.</summary>
    public DatabaseRequest DatabaseRequest => new(Empty(), TableDefinition.Of(plan.Run.Plan), ((DatabaseTarget)target).Options);

    /// <summary>Makes a written table's entry.</summary>
    /// <param name="faulty">Rows that hold a fault the schema asks for.</param>
    public static ManifestTable Table(TablePlan table, WrittenTable written, RejectionLedger ledger, PromptDesk prompts, long faulty)
    {
        ImmutableArray<ManifestColumn> columns =
            [.. table.Visible.Select(slot => table.Cells[slot]).Select(cell => new ManifestColumn(cell.Name, cell.Type.ToString(), cell.Keyword))];
        IEnumerable<ManifestRejection> rejected = ledger.Of(table.Name).Concat(prompts.Rejected(table.Name));
        return written.ToManifest(columns, [.. rejected.OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Rule, StringComparer.Ordinal)], faulty);
    }

    /// <summary>Makes the whole manifest.</summary>
    public RunManifest Close(ImmutableArray<ManifestTable> tables, PromptDesk prompts) => Empty() with { Tables = tables, Model = prompts.Totals };

    private RunManifest Empty() => new()
    {
        Dataset = plan.Dataset.Name,
        Generator = plan.Run.Plan.Generator,
        Tool = ToolVersion,
        SchemaSha256 = plan.Dataset.Schema.Sha256,
        KnowledgeSha256 = plan.Run.UsesKnowledge ? plan.Dataset.Knowledge!.Sha256 : null,
        Params = plan.Dataset.Schema.Params,
        Seed = plan.Run.Plan.Seed,
        AsOf = plan.Run.Plan.AsOf,
        Options = new ManifestOptions(
            format.Name,
            format.Compression.Name,
            format.Name == "csv" ? options.CsvFormula : null,
            plan.Request.Rows.ToImmutableSortedDictionary(StringComparer.Ordinal),
            plan.Request.Scale,
            [.. plan.Request.Tables.Order(StringComparer.Ordinal)],
            plan.Request.Text switch { TextSource.Row => "row", TextSource.Fallback => "fallback", TextSource.Knowledge => "knowledge", _ => null },
            plan.Request.Model)
        {
            TextRows = plan.Request.TextRows,
            Create = options.CreateTables,
            RowsFrom = plan.Request.RowsFrom.ToImmutableSortedDictionary(StringComparer.Ordinal),
            SequenceStarts = plan.Request.SequenceStarts,
        },
        Shard = plan.Request.Shard is { } shard ? new ManifestShard(shard.Number, shard.Of) : null,
        Tables = [],
    };
}
