using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Batches;
using SynthData.Comparing;
using SynthData.Comparing.Sampling;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData;

/// <summary>Reads samples of the tables that two datasets have in common, whoever made them.</summary>
/// <remarks>Each file is read once for its columns and types and once for its rows. Kept in memory are at most <see cref="LikenessRequest.SampleRows"/> rows of each table.</remarks>
internal sealed class ComparedDatasets
{
    private readonly LikenessRequest request;
    private readonly ComparedSide a;
    private readonly ComparedSide b;
    private readonly DatasetPlan? plan;
    private readonly List<Diagnostic> notes = [];

    /// <exception cref="SchemaException">One of the two holds no table (SD8), or the schema is wrong (SD1, SD2).</exception>
    /// <exception cref="GenerationException">A manifest cannot be read (SD5).</exception>
    public ComparedDatasets(LikenessRequest request)
    {
        this.request = request;
        a = ComparedSide.Find(request.A, request.Schema);
        b = ComparedSide.Find(request.B, request.Schema);
        notes.AddRange(a.Notes);
        notes.AddRange(b.Notes);
        plan = request.Schema is { } schema ? Planner.Draft(schema.Schema, PlanRequest.ForData(schema.Schema, asOf: null), []) : null;
    }

    /// <summary>What was left out so far.</summary>
    public IReadOnlyList<Diagnostic> Notes => notes;

    /// <summary>Gives the tables one after the other.</summary>
    /// <exception cref="SchemaException">The two cannot be compared (SD82).</exception>
    /// <exception cref="GenerationException">A file cannot be read (SD5).</exception>
    public async IAsyncEnumerable<SampledPair> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach ((string tableA, string tableB) in Pairs())
            yield return await ReadAsync(tableA, tableB, cancellationToken);
    }

    private List<(string A, string B)> Pairs()
    {
        if (a.Tables.Count == 1 && b.Tables.Count == 1)
            return [(a.Tables.Keys.First(), b.Tables.Keys.First())];
        List<(string, string)> common = [.. a.Tables.Keys.Where(b.Tables.ContainsKey).Select(table => (table, table))];
        if (common.Count == 0)
            throw new SchemaException([ComparingDiagnostics.NoCommonTable.At(null, a.Path, b.Path, string.Join(", ", a.Tables.Keys), string.Join(", ", b.Tables.Keys))]);
        notes.AddRange(a.Tables.Keys.Where(table => !b.Tables.ContainsKey(table)).Select(table => ComparingDiagnostics.TableOfOneSide.At(null, table, a.Path)));
        notes.AddRange(b.Tables.Keys.Where(table => !a.Tables.ContainsKey(table)).Select(table => ComparingDiagnostics.TableOfOneSide.At(null, table, b.Path)));
        return common;
    }

    private async Task<SampledPair> ReadAsync(string tableA, string tableB, CancellationToken cancellationToken)
    {
        TablePlan? table = plan?.Tables.FirstOrDefault(one => one.Name == tableA);
        ImmutableArray<BatchColumn> columnsA = await a.ColumnsAsync(tableA, table, cancellationToken);
        ImmutableArray<BatchColumn> columnsB = await b.ColumnsAsync(tableB, table, cancellationToken);
        (BatchColumn A, BatchColumn B)[] common =
            [.. columnsA.Join(columnsB, column => column.Name, column => column.Name, (first, second) => (first, second), StringComparer.Ordinal)];
        if (common.Length == 0)
            throw new SchemaException([ComparingDiagnostics.NoCommonColumn.At(null, tableA, a.Path, b.Path, Names(columnsB), Names(columnsA))]);
        NoteOthers(tableA, columnsA, columnsB, a.Path);
        NoteOthers(tableB, columnsB, columnsA, b.Path);

        CellClass[] classes = [.. common.Select(column => CellClasses.Of(column.A.Type, column.B.Type))];
        SampledTable sampleA = await SampleAsync(a, tableA, [.. common.Select(column => column.A)], classes, cancellationToken);
        SampledTable sampleB = await SampleAsync(b, tableB, [.. common.Select(column => column.B)], classes, cancellationToken);
        HashSet<string> prose = table is null ? [] : [.. table.Cells.Where(cell => cell.Column?.Source is PromptSource).Select(cell => cell.Name)];
        return new SampledPair(tableA, sampleA, sampleB, prose);
    }

    private async Task<SampledTable> SampleAsync(
        ComparedSide side, string table, ImmutableArray<BatchColumn> columns, CellClass[] classes, CancellationToken cancellationToken)
    {
        var sample = new RowSample([.. columns.Select((column, index) => SampledColumn.For(column.Name, column.Type, classes[index]))], request.SampleRows);
        foreach (TableFile file in side.Tables[table])
        {
            await foreach (ReadRows read in file.ReadAsync(table, columns, _ => { }, cancellationToken))
                sample.Add(read.Rows);
        }

        SampledTable closed = sample.Close();
        if (closed.Rows == 0)
            throw new SchemaException([ComparingDiagnostics.EmptyTable.At(null, table, side.Path)]);
        if (closed.Unread > 0)
            notes.Add(ComparingDiagnostics.CellsUnread.At(null, side.Path, closed.Unread, table));
        return closed;
    }

    private void NoteOthers(string table, ImmutableArray<BatchColumn> columns, ImmutableArray<BatchColumn> others, string path)
    {
        foreach (BatchColumn column in columns.Where(column => !others.Any(other => other.Name == column.Name)))
            notes.Add(ComparingDiagnostics.ColumnOfOneSide.At(null, column.Name, table, path));
    }

    private static string Names(ImmutableArray<BatchColumn> columns) => columns.IsEmpty ? "none" : string.Join(", ", columns.Select(column => column.Name));
}
