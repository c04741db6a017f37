using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Compile;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Manifest;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Tokens;

namespace SynthData;

/// <summary>Asks a model once what it knows for the prompt columns of a dataset, and writes the knowledge file beside the schema.</summary>
internal sealed class KnowledgeCompilation
{
    private readonly Dataset dataset;
    private readonly GenerationPlan plan;
    private readonly CompileRequest wanted;
    private readonly ImmutableArray<GroupCompilation> groups;
    private readonly ImmutableArray<Diagnostic> unable;

    private KnowledgeCompilation(Dataset dataset, GenerationPlan plan, CompileRequest wanted, ImmutableArray<GroupCompilation> groups, ImmutableArray<Diagnostic> unable)
    {
        this.dataset = dataset;
        this.plan = plan;
        this.wanted = wanted;
        this.groups = groups;
        this.unable = unable;
    }

    /// <summary>The file beside the schema.</summary>
    public string Path => Dataset.KnowledgePath(dataset.Schema.File);

    /// <summary>Whether anything is missing that a model is asked for.</summary>
    public bool AsksModel => Asked.Any();

    private IEnumerable<GroupCompilation> Asked => groups.Where(group => !group.Plan.IsByHand && group.Plan.Missing > 0);

    /// <summary>Finds out what is asked for, and what of it is there.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met (SD2), or nothing is there to compile (SD7104).</exception>
    public static KnowledgeCompilation Of(Dataset dataset, GenerationRequest request, CompileRequest wanted) =>
        TryOf(dataset, request, wanted) ?? throw new SchemaException([CompileDiagnostics.NothingToCompile.At(null, dataset.Name)]);

    /// <summary>Finds out what is asked for, and what of it is there; null where nothing is there to compile.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met (SD2).</exception>
    public static KnowledgeCompilation? TryOf(Dataset dataset, GenerationRequest request, CompileRequest? wanted = null)
    {
        wanted ??= new CompileRequest();
        GenerationPlan plan = new Dataset(dataset.Schema).Plan(request with { Text = TextSource.Row, TextRows = null });     // what is known is no part of what is asked row by row
        var groups = ImmutableArray.CreateBuilder<GroupCompilation>();
        var unable = ImmutableArray.CreateBuilder<Diagnostic>();
        bool hasPrompts = false;
        foreach ((TablePlan table, PromptRows rows) in AskedTables.Of(new DatasetRun(plan.Run.Plan, CancellationToken.None)))
        {
            hasPrompts = true;
            RowSample sample = RowSample.Of(rows.Table, rows);
            foreach (EntryGroup group in EntryGroups.Of(sample, dataset.Knowledge, wanted.Prunes))
                groups.Add(new GroupCompilation(EntryPlan.Of(group, dataset.Knowledge, wanted.Distinct), table));
            unable.AddRange(rows.Table.Columns.Where(column => !EntryGroups.Hold(column))
                .Select(column => CompileDiagnostics.TypeNotCompiled.At(table.Find(column.Name)!.Column!.Source!.Position, $"{table.Name}.{column.Name}", column.IsUnique ? $"{column.Type} and is unique" : column.Type)));
        }

        return !hasPrompts ? null : new KnowledgeCompilation(dataset, plan, wanted, groups.ToImmutable(), unable.ToImmutable());
    }

    /// <summary>Tells what would be asked, and what it would cost.</summary>
    public CompileReport Report(ModelLimits limits)
    {
        string model = plan.Request.Model ?? "the client given";
        TokenScale scale = TokenScale.Of(model);
        ImmutableArray<TableEstimate> tables = [.. Asked.Select(group => new CallForecast(group.Table, group.Rows, scale, new PromptEngineOptions()).Estimate())];
        return new CompileReport(
            dataset.Name, Path, [.. groups.Select(group => Of(group.Plan, 0))], tables.IsEmpty ? null : ModelForecast.Of(model, scale, limits, tables))
        { Findings = unable };
    }

    /// <summary>Tells, without a model, what of the schema the file does not cover; a schema without prompts needs no file.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met (SD2).</exception>
    public static CompileReport Check(Dataset dataset, GenerationRequest request, CompileRequest wanted) =>
        TryOf(dataset, request, wanted)?.Check() ?? new CompileReport(dataset.Name, Dataset.KnowledgePath(dataset.Schema.File), [], null);

    private CompileReport Check()
    {
        var findings = new DiagnosticBag();
        findings.AddRange(unable);
        findings.AddRange(TellGone());
        foreach (EntryPlan group in groups.Select(group => group.Plan).Where(group => !group.IsByHand))
        {
            if (WhyStale(group) is { } why)
                findings.Add(CompileDiagnostics.Stale, group.Known?.Position, group.Group.Key, why);
        }

        if (findings.Count == 0)
            findings.AddRange(Uncovered(dataset));
        return Report(new ModelLimits()) with { Findings = [.. findings] };
    }

    /// <summary>Asks for what is missing and writes the file.</summary>
    /// <exception cref="GenerationException">The model or the journal failed, a budget was spent, or the file could not be written (SD4 to SD6).</exception>
    public async Task<CompileReport> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        CompileReport report = Report(options.Limits) with { Findings = [] };
        var outcomes = new List<GroupOutcome>();
        using PromptDesk? desk = AsksModel ? PromptDesk.Open(plan, options) : null;
        foreach (GroupCompilation group in groups)
            outcomes.Add(desk is null || !Asked.Contains(group) ? GroupOutcome.Nothing(group.Plan) : await RunAsync(group, desk, options, cancellationToken));

        KnowledgeDraft? draft = new KnowledgeMerge(dataset.Schema, dataset.Knowledge, ReadAsBefore(), wanted.Prunes ? Gone : null, wanted.MostBytes)
            .Write(System.IO.Path.GetFileNameWithoutExtension(Path), outcomes);
        bool isWritten = draft is not null && KnowledgeSave.Write(Path, draft);
        ImmutableArray<Diagnostic> gone = wanted.Prunes ? [] : [.. TellGone()];
        ImmutableArray<Diagnostic> uncovered = draft is null || !gone.IsEmpty ? [] : [.. Uncovered(new Dataset(dataset.Schema, KnowledgeReader.ReadFile(Path, new DiagnosticBag())))];
        return report with
        {
            Groups = [.. outcomes.Select(outcome => Of(outcome.Plan, outcome.Count))],
            Findings = [.. unable, .. gone, .. outcomes.SelectMany(outcome => Short(outcome, desk?.Figures)), .. uncovered, .. desk?.Warnings ?? []],
            IsWritten = isWritten,
            Model = desk?.Figures is { } figures ? WithoutFallbacks(figures) : null,
            Texts = desk?.Texts ?? [],
        };
    }

    // The lines that are taken over have to be those that were read.
    private string? ReadAsBefore()
    {
        byte[]? bytes = File.Exists(Path) ? File.ReadAllBytes(Path) : null;
        if ((bytes is null ? null : Convert.ToHexStringLower(SHA256.HashData(bytes))) != dataset.Knowledge?.Sha256)
            throw new GenerationException(CompileDiagnostics.FileChanged.At(null, Path));
        return bytes is null ? null : Encoding.UTF8.GetString(bytes);
    }

    private GoneKnowledge Gone => new(plan.Run.Plan, [.. groups.Select(group => group.Plan.Group)]);

    private IEnumerable<Diagnostic> TellGone() => dataset.Knowledge is { } file ? Gone.Tell(file) : [];

    private static string? WhyStale(EntryPlan group)
    {
        if (group.Known is null)
            return "is not there";
        if (group.IsStale)
            return "was compiled for prompts that have changed";
        return group.Pools.FirstOrDefault(pool => pool.Have == 0) is { } empty ? $"has nothing for {empty.Wish.Told}" : null;
    }

    // What generating from the file alone would be refused for.
    private IEnumerable<Diagnostic> Uncovered(Dataset with)
    {
        try
        {
            with.Plan(plan.Request with { Text = TextSource.Knowledge, Model = null });
            return [];
        }
        catch (SchemaException refused)
        {
            return refused.Diagnostics.Where(told => told.Severity == DiagnosticSeverity.Error && (told.Code != KnowledgeDiagnostics.NotCovered.Code || IsCompiled(told)));
        }
    }

    // Other tables may be left for another time, and columns of other types are told of already.
    private bool IsCompiled(Diagnostic told) => groups.Any(group => group.Plan.Group.Names.Any(
        name => told.Message.Contains($"'{group.Plan.Group.Table.Table}.{name}'", StringComparison.Ordinal)));

    private static async Task<GroupOutcome> RunAsync(GroupCompilation group, PromptDesk desk, RunOptions options, CancellationToken cancellationToken)
    {
        await using var ticker = new ProgressTicker(options.Progress, options.Clock, group.Table.Table, group.Plan.Places.Length, () => desk.Figures);
        return await group.RunAsync(desk.Engine, ticker.Done, cancellationToken);
    }

    private static GroupReport Of(EntryPlan plan, int written) => new(
        plan.Group.Key, plan.IsByHand ? plan.Known!.Pools.Length : plan.Pools.Length, plan.IsByHand ? Entries(plan.Known!) : plan.Places.Length,
        plan.IsByHand ? Entries(plan.Known!) : plan.Places.Length - plan.Missing, written)
    {
        Left = plan.IsByHand ? plan.Known!.Pack is null ? "by hand" : "from a pack" : null,
    };

    // An entry that is left out is told by its pool, and got nothing in its place.
    private static ModelFigures WithoutFallbacks(ModelFigures figures) => figures with
    {
        Tables = [.. figures.Tables.Select(table => table with { FellBack = 0, Rejected = [.. table.Rejected.Where(rejection => rejection.Code != UnsolvedDiagnostics.FellBack.Code)] })],
    };

    private static int Entries(KnowledgeColumn known) => known.Pools.Sum(pool => pool.Entries.Length);

    private static IEnumerable<Diagnostic> Short(GroupOutcome outcome, ModelFigures? figures)
    {
        ManifestRejection? worst = figures?.Tables.FirstOrDefault(table => table.Table == outcome.Plan.Group.Key)?.Rejected
            .Where(rejection => rejection.Code != UnsolvedDiagnostics.FellBack.Code).MaxBy(rejection => rejection.Count);
        string why = worst is null ? "nothing was answered" : $"most were sent back for {worst.Rule} ({worst.Code})";
        for (int place = 0; place < outcome.Plan.Pools.Length && !outcome.Plan.IsByHand; place++)
        {
            PoolPlan pool = outcome.Plan.Pools[place];
            int have = pool.Have + outcome.Written[place].Length;
            if (pool.Lacks(have))
                yield return CompileDiagnostics.PoolShort.At(null, outcome.Plan.Group.Key, have, pool.Wish.Entries, pool.Wish.Told, why);
        }
    }
}
