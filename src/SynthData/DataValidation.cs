using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Rules.Validation;
using SynthData.Schema;

namespace SynthData;

/// <summary>Checks data that exists against a schema, whoever made it.</summary>
/// <remarks>
/// Rows are read in batches, parents before children. Kept in memory are the hashes of keys, and of tables that others
/// refer to the cells that those read.
/// </remarks>
internal sealed class DataValidation
{
    // What is checked of a table before its cells.
    private const string Manifest = "manifest";
    private const string Header = "columns";
    private const string Rows = "rows";

    private readonly DatasetPlan plan;
    private readonly DataFiles files;
    private readonly ValidationRequest request;
    private readonly FallbackNulls fallbacks;
    private readonly Violations found = new();
    private readonly CheckLedger ledger = new();
    private readonly Dictionary<string, long> rowsByPath = new(StringComparer.Ordinal);

    private DataValidation(Dataset dataset, ValidationRequest request)
    {
        this.request = request;
        files = DataFiles.Find(dataset.Schema, request.Data);

        // Data made with another day or other parameters is checked against that day; of parameters it is said.
        DateOnly? madeOn = files.Manifests.Select(manifest => manifest.Manifest.AsOf).FirstOrDefault(day => day is not null);
        PlanRequest planning = PlanRequest.ForData(dataset.Schema, request.AsOf ?? madeOn);
        plan = Planner.Draft(dataset.Schema, planning, []);
        fallbacks = FallbackNulls.Find(dataset.Schema, planning);
    }

    /// <summary>Reads every row of every file given, and folder's file, and checks types, keys, references and rules.</summary>
    /// <exception cref="SchemaException">Schema and data do not meet (SD1, SD2, SD8).</exception>
    /// <exception cref="GenerationException">A file cannot be read (SD5).</exception>
    public static async Task<ValidationReport> RunAsync(Dataset dataset, ValidationRequest request, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await new DataValidation(dataset, request).RunAsync(cancellationToken);
    }

    private async Task<ValidationReport> RunAsync(CancellationToken cancellationToken)
    {
        var damaged = new HashSet<string>(StringComparer.Ordinal);
        foreach (DataManifest manifest in files.Manifests)
            await CheckFilesAsync(manifest, damaged, cancellationToken);

        Dictionary<int, IReadOnlySet<string>> columns = [];
        foreach (TablePlan table in Given())
            columns[table.Index] = await ColumnsAsync(table, cancellationToken);

        var knowledge = new SlotKnowledge(plan, columns);
        var reads = new ReadSlots(plan, knowledge);
        KnownRows?[] known = [.. plan.Tables.Select(table => reads.RowsOf(table.Index))];
        var folds = new ChildFolds(plan, knowledge);
        foreach (TablePlan children in folds.Children)
            await FoldAsync(children, folds, cancellationToken);
        var filler = new SlotFiller(plan, knowledge, known, folds);
        foreach (TablePlan table in Given())
        {
            var context = new CheckContext(table, found, new RowPlaces(), ledger, request.ShowsValues);
            FaultMarks? faults = table.Cells.Any(cell => cell.Faults is not null) ? new FaultMarks(context, knowledge, known) : null;
            IReadOnlyList<IRowsCheck> checks = [.. new TableChecks(plan, context, knowledge, known, fallbacks).Make(), .. faults is null ? Array.Empty<IRowsCheck>() : [faults]];
            await CheckAsync(new TableValidation(table, filler, known[table.Index], checks, faults), context, columns[table.Index], cancellationToken);
        }

        foreach (DataManifest manifest in files.Manifests)
            CheckRows(manifest, damaged);
        return Report();
    }

    private IEnumerable<TablePlan> Given() => plan.Order.Select(index => plan.Tables[index]).Where(table => files.ByTable.ContainsKey(table.Name));

    private async Task CheckFilesAsync(DataManifest data, HashSet<string> damaged, CancellationToken cancellationToken)
    {
        foreach (ManifestTable table in data.Manifest.Tables)
        {
            ledger.Checked(table.Name, Manifest);
            foreach (ManifestFile file in table.Files)
            {
                if (await ExistingDataset.DamageOfAsync(data.Folder, file, cancellationToken) is not { } damage)
                    continue;
                damaged.Add(Path.Combine(data.Folder, file.Path));
                found.Add(table.Name, DataDiagnostics.ManifestDiffers, Manifest, file.Path, null, () => [Path.Combine(data.Folder, file.Path), damage]);
            }
        }
    }

    private void CheckRows(DataManifest data, HashSet<string> damaged)
    {
        foreach (ManifestTable table in data.Manifest.Tables)
        {
            foreach (ManifestFile file in table.Files)
            {
                string path = Path.Combine(data.Folder, file.Path);
                if (!damaged.Contains(path) && rowsByPath.TryGetValue(path, out long rows) && rows != file.Rows)
                    found.Add(table.Name, DataDiagnostics.ManifestDiffers, Manifest, file.Path, null, () =>
                        [path, FormattableString.Invariant($"it has {rows} rows, not {file.Rows}")]);
            }
        }
    }

    private async Task<IReadOnlySet<string>> ColumnsAsync(TablePlan table, CancellationToken cancellationToken)
    {
        HashSet<string> read = [.. ColumnsOf(table).Select(column => column.Name)];
        ledger.Checked(table.Name, Header);
        ledger.Checked(table.Name, Rows);
        HashSet<string> visible = [.. table.Visible.Select(slot => table.Cells[slot].Name)];
        foreach (TableFile file in files.ByTable[table.Name])
        {
            foreach (HeaderProblem problem in await file.PeekAsync(table.Name, ColumnsOf(table), visible, cancellationToken))
            {
                if (problem.Kind is not (HeaderProblemKind.Missing or HeaderProblemKind.Type))
                    continue;
                read.Remove(problem.Column);
                if (problem.Kind == HeaderProblemKind.Type || visible.Contains(problem.Column))
                    Tell(table, file, problem);
            }
        }

        foreach (CellPlan cell in table.Cells.Where(cell => cell.Column is not null && read.Contains(cell.Name)))
            ledger.Checked(table.Name, NameOf(cell));
        return read;
    }

    private async Task CheckAsync(TableValidation table, CheckContext context, IReadOnlySet<string> columns, CancellationToken cancellationToken)
    {
        ImmutableArray<BatchColumn> read = [.. ColumnsOf(context.Table).Where(column => columns.Contains(column.Name))];
        if (table.PassesTwice)
        {
            foreach (TableFile file in files.ByTable[context.Table.Name])
            {
                await foreach (ReadRows rows in file.ReadAsync(context.Table.Name, read, _ => { }, cancellationToken))
                    table.Know(rows.Rows);
            }
        }

        foreach (TableFile file in files.ByTable[context.Table.Name])
        {
            long first = table.Rows;
            context.Places.Begin(file.Path, first);
            await foreach (ReadRows rows in file.ReadAsync(context.Table.Name, read, problem => TellHeader(context.Table, file, problem), cancellationToken))
            {
                Tell(context, rows.Problems, first);
                table.Check(rows.Rows);
            }

            rowsByPath[file.Path] = table.Rows - first;
        }

        table.Close();
    }

    // What is wrong with a file is told when its own table is checked.
    private async Task FoldAsync(TablePlan children, ChildFolds folds, CancellationToken cancellationToken)
    {
        foreach (TableFile file in files.ByTable[children.Name])
        {
            await foreach (ReadRows rows in file.ReadAsync(children.Name, [.. folds.ColumnsOf(children)], _ => { }, cancellationToken))
                folds.Add(children, rows.Rows);
        }
    }

    private static string NameOf(CellPlan cell) => $"column '{cell.Name}'";

    private static ImmutableArray<BatchColumn> ColumnsOf(TablePlan table) =>
        [.. table.Cells.Where(cell => cell.Column is not null).Select(cell => new BatchColumn(cell.Name, cell.Type))];

    // Columns that were not asked for may be unknown to the reader and known to the schema.
    private void TellHeader(TablePlan table, TableFile file, HeaderProblem problem)
    {
        bool isUnknown = problem.Kind == HeaderProblemKind.Unknown && !ColumnsOf(table).Any(column => column.Name == problem.Column);
        if (isUnknown || problem.Kind == HeaderProblemKind.Duplicate)
            Tell(table, file, problem);
    }

    private void Tell(TablePlan table, TableFile file, HeaderProblem problem)
    {
        CellPlan? cell = table.Find(problem.Column);
        DiagnosticDescriptor descriptor = problem.Kind switch
        {
            HeaderProblemKind.Missing => DataDiagnostics.ColumnMissing,
            HeaderProblemKind.Unknown => DataDiagnostics.ColumnUnknown,
            HeaderProblemKind.Duplicate => DataDiagnostics.ColumnTwice,
            _ => DataDiagnostics.ColumnStoredOtherwise,
        };
        object? detail = cell is null ? Suggestion.For(problem.Column, ColumnsOf(table).Select(column => column.Name)) : problem.Detail;
        found.Add(table.Name, descriptor, Header, problem.Column, cell?.Position ?? table.Schema.Position, () => [file.Path, problem.Column, table.Name, detail, cell?.Type]);
    }

    private static void Tell(CheckContext context, ImmutableArray<CellProblem> problems, long first)
    {
        foreach (CellProblem problem in problems)
        {
            Func<string> place = () => context.Places.Of(first + problem.RowNumber - 1);
            CellPlan? cell = problem.Column is { } column ? context.Table.Find(column) : null;
            if (cell is null)
                context.For(Rows).Add(DataDiagnostics.RowMalformed, "", context.Table.Schema.Position, () => [place(), problem.Expected]);
            else
                context.For(NameOf(cell)).Add(DataDiagnostics.CellMistyped, cell.Name, cell.Position, () =>
                    [place(), context.Name(cell.Slot), context.Show(problem.Text, ColumnType.Text), problem.Expected]);
        }
    }

    private ValidationReport Report()
    {
        ImmutableArray<ValidatedTable> tables =
        [
            .. plan.Tables.Where(table => files.ByTable.ContainsKey(table.Name)).Select(table =>
            {
                ImmutableArray<TableFile> read = files.ByTable[table.Name];
                return new ValidatedTable(table.Name, string.Join(", ", read.Select(file => file.Path)), read.Sum(file => rowsByPath[file.Path]), found.Of(table.Name));
            }),
        ];
        return new ValidationReport(tables, found.Report(), found.Total)
        {
            Notes = [.. files.Notes, .. ParameterNotes(), .. ledger.Report()],
            Checks = [.. tables.SelectMany(table => Outcomes(table.Name))],
        };
    }

    private IEnumerable<CheckOutcome> Outcomes(string table)
    {
        (string Thing, string? Reason)[] known = [.. ledger.Of(table)];
        return known.Concat(found.ChecksOf(table).Except(known.Select(one => one.Thing)).Select(check => (check, (string?)null)))
            .Select(one => new CheckOutcome(table, one.Item1, one.Item2, found.Of(table, one.Item1)));
    }

    private IEnumerable<Diagnostic> ParameterNotes() => files.Manifests
        .Where(data => Print(data.Manifest.Params) != Print(plan.Schema.Params))
        .Select(data => DataDiagnostics.ManifestParams.At(null, data.Folder, Print(data.Manifest.Params), Print(plan.Schema.Params)));

    private static string Print(ImmutableSortedDictionary<string, string> parameters) =>
        parameters.IsEmpty ? "no parameters" : string.Join(", ", parameters.Select(pair => $"{pair.Key}={pair.Value}"));
}
