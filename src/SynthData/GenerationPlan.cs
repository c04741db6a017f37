using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Output.Databases;
using SynthData.Planning;
using SynthData.Run;

namespace SynthData;

/// <summary>A schema bound to a request, its rows counted, ready to be carried out. Immutable and thread-safe.</summary>
public sealed class GenerationPlan
{
    private const int ReadBatchRows = 4_096;

    internal GenerationPlan(Dataset dataset, GenerationRequest request, DatasetRun run, ImmutableArray<Diagnostic> warnings)
    {
        Dataset = dataset;
        Request = request;
        Run = run;
        Warnings = warnings;
    }

    /// <summary>The dataset planned.</summary>
    public Dataset Dataset { get; }

    /// <summary>The request planned.</summary>
    public GenerationRequest Request { get; }

    /// <summary>What is odd but no error.</summary>
    internal ImmutableArray<Diagnostic> Warnings { get; }

    internal DatasetRun Run { get; }

    /// <summary>Gives the number of rows a table will get.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public long RowCount(string table) => RowCount(Find(table));

    /// <summary>Makes, checks and writes every table.</summary>
    /// <exception cref="SchemaException">Format, compression or target do not go together (SD8).</exception>
    /// <exception cref="GenerationException">Rows are short, or the output or the model failed (SD3 to SD6).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was committed.</exception>
    public async Task<RunManifest> WriteAsync(OutputTarget target, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);    // leave the caller's context once
        return (await RunAsync(target, options ?? new RunOptions(), cancellationToken)).Manifest;
    }

    /// <summary>Makes and checks the rows of one table, in row order, without writing them.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="GenerationException">Rows are short (SD4), or the table reads cells of a model, which only a written run asks (SD6).</exception>
    public async IAsyncEnumerable<RowBatch> ReadBatchesAsync(string table, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TablePlan plan = FindLocal(table);
        var rows = new TableRun(Run, plan, Run.FirstRow(plan.Index), Run.Plan.RowCount(plan.Index), new RejectionLedger());
        await foreach (CheckedBatch batch in rows.LocalAsync(new RowMaking(ReadBatchRows, 1, static _ => { }), cancellationToken))
            yield return batch.Rows;
    }

    /// <summary>Makes and checks the rows of one table, in row order, as a list of records that <c>synthdata codegen</c> wrote.</summary>
    /// <remarks>Blocks until all rows are there. They are made anew, on all processors, at every call.</remarks>
    /// <param name="table">The table. <value>Null: the one that <typeparamref name="T"/> was written for.</value></param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="SchemaException">The type no longer matches the schema, told column by column (SD84); no row was made.</exception>
    /// <exception cref="GenerationException">Rows are short (SD4), or the table reads cells of a model, which only a written run asks (SD6).</exception>
    public IReadOnlyList<T> Read<T>(string? table = null)
        where T : ITableRow<T>
    {
        if (table is null && !Dataset.Tables.Contains(T.TableName))
            throw new SchemaException([RecordDiagnostics.NoSuchTable.At(position: null, typeof(T).Name, T.TableName, Dataset.Schema.File, string.Join(", ", Dataset.Tables))]);
        TablePlan plan = FindLocal(table ?? T.TableName);
        return TypedRows<T>.Read(Run, plan, new RowMaking(ReadBatchRows, Environment.ProcessorCount, static _ => { }));
    }

    /// <summary>Opens a reader over the rows of one table, for SqlBulkCopy, Npgsql or a DataTable.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public DbDataReader OpenReader(string table) => new BatchDataReader(Find(table), RowCount(table), ReadBatchesAsync(table));

    /// <summary>Carries the plan out as <see cref="WriteAsync"/> does, and says whether the dataset was complete before.</summary>
    internal async Task<RunOutcome> RunAsync(OutputTarget target, RunOptions options, CancellationToken cancellationToken)
    {
        GenerationPlan plan = For(options, cancellationToken);
        if (target is not DatabaseTarget place)
            return await new DatasetPipeline(plan, target, options, database: null).RunAsync(cancellationToken);
        await using IDatabase database = await DatabaseDoor.OpenAsync(place, cancellationToken);
        if (place.Options.Existing == ExistingRows.Append && await SequenceEnds.ReadAsync(database, plan.Run.Plan, plan.Run.FirstRow, cancellationToken) is { IsEmpty: false } starts)
            plan = Dataset.Plan(plan.Request with { SequenceStarts = starts });
        return await new DatasetPipeline(plan, target, options, database).RunAsync(cancellationToken);
    }

    // A plan serves many runs, at once even, but what a model answers belongs to one of them.
    private GenerationPlan For(RunOptions options, CancellationToken cancellationToken)
    {
        if (!Run.AsksModel && Request is { Text: null, Model: null } && (options.Chat is not null || options.Replay))
        {
            GenerationPlan asking = Dataset.Plan(Request with { BringsClient = true });
            return asking.Run.AsksModel ? asking : this;
        }

        return Run.AsksModel ? new GenerationPlan(Dataset, Request, new DatasetRun(Run.Plan, cancellationToken), Warnings) : this;
    }

    /// <summary>Describes the plan in words and numbers, probing each rule.</summary>
    /// <param name="limits">The prices and limits that an estimate goes by.</param>
    internal PlanReport Report(ModelLimits? limits = null) => PlanReporter.Describe(this, limits ?? new ModelLimits());

    private long RowCount(TablePlan table) => Run.Plan.RowCount(table.Index) - Run.FirstRow(table.Index);

    private TablePlan FindLocal(string table)
    {
        TablePlan plan = Find(table);
        return Run.IsLocal(plan) ? plan : throw new GenerationException(ModelDiagnostics.NeedsRun.At(plan.Schema.Position, table));
    }

    private TablePlan Find(string table) =>
        Run.Plan.Tables.FirstOrDefault(plan => plan.Name == table)
        ?? throw new ArgumentException($"There is no table '{table}'; there are {string.Join(", ", Dataset.Tables)}.", nameof(table));
}
