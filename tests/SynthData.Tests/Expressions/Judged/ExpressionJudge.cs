using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>Compares expressions and all their parts with DuckDB, cell by cell.</summary>
/// <remarks>
/// A cell is judged where both sides see all parts of its expression alike, so a difference is always that of one
/// operator, and a stated difference deep inside hides only what stands on it.
/// </remarks>
internal sealed class ExpressionJudge(Sheet sheet)
{
    private readonly Frame frame = sheet.Frame();

    // A row's cell does not depend on the other rows, nor on what was evaluated before.
    private readonly Frame backwards = sheet.Backwards().Frame();
    private readonly Dictionary<string, Judged> seen = new(StringComparer.Ordinal);

    /// <summary>Cells that both sides see alike.</summary>
    public long AlikeCount { get; private set; }

    /// <summary>Cells that stand on a difference below them.</summary>
    public long SkippedCount { get; private set; }

    public Dictionary<string, int> StatedCounts { get; } = [];

    /// <summary>Gives what is unlike without a stated reason, one line each.</summary>
    public List<string> Judge(IReadOnlyList<Piece> expressions)
    {
        var faults = new List<string>();
        Piece[] pieces = [.. expressions.SelectMany(expression => expression.All).DistinctBy(piece => piece.Text)];
        foreach (Piece piece in pieces)
            seen.Add(piece.Text, Evaluate(piece));

        using var duckDb = new DuckDbSheet(sheet);
        Judged[] all = [.. pieces.Select(piece => seen[piece.Text])];
        (string?[] Cells, string Refusal)[] printed = duckDb.Print([.. all.Select(judged => judged.Sql)]);
        for (int index = 0; index < all.Length; index++)
            Compare(all[index], printed[index].Cells, printed[index].Refusal, faults);
        return faults;
    }

    private Judged Evaluate(Piece piece)
    {
        var bag = new DiagnosticBag();
        BoundExpression? bound = ExpressionBinder.Bind(Sheet.Written(piece.Text), sheet, Sheet.Context, bag);
        Assert.True(bound is not null, $"{piece.Text}\n{string.Join('\n', bag.InFileOrder().Select(each => each.Message))}");
        Assert.True(bound.Type.Kind == piece.Kind, $"{piece.Text} is {bound.Type}, not {piece.Kind}");
        Column cells = bound.Evaluate(frame);
        Verdict[] verdicts = Verdicts(cells, bound.Type);
        Assert.Equal(verdicts, Verdicts(bound.Evaluate(backwards), bound.Type).Reverse());
        return new Judged(piece, bound, bound.ToSql(SqlDialect.DuckDb, DuckDbSheet.Name), verdicts, new bool[frame.Count]);
    }

    private Verdict[] Verdicts(Column cells, ExpressionType type) =>
        [.. Enumerable.Range(0, frame.Count).Select(row => Spelling.Ours(cells, row, type))];

    private void Compare(Judged judged, string?[] printed, string refusal, List<string> faults)
    {
        ImmutableArray<Piece> parts = judged.Piece.Parts;
        bool isTold = false;
        for (int row = 0; row < frame.Count; row++)
        {
            if (parts.Any(part => !seen[part.Text].IsAlike[row]))
            {
                SkippedCount++;
                continue;
            }

            Verdict theirs = Spelling.Theirs(printed[row], judged.Bound.Type);
            Verdict ours = judged.Ours[row];
            if (ours == theirs)
            {
                AlikeCount++;
                judged.IsAlike[row] = true;
                continue;
            }

            string fault = ours.State == CellState.Error ? judged.Bound.Explain(frame, row)!.Code : "";
            Comparison comparison = new(judged.Piece, judged.Bound.Type, row, ours, theirs, [.. parts.Select(part => seen[part.Text].Ours[row])], fault);
            if (StatedDifferences.All.FirstOrDefault(difference => difference.Holds(comparison)) is { } stated)
                StatedCounts[stated.Name] = StatedCounts.GetValueOrDefault(stated.Name) + 1;
            else if (!isTold)
                faults.Add(Describe(judged, comparison, refusal));
            isTold |= refusal.Length > 0;
        }
    }

    private string Describe(Judged judged, Comparison comparison, string refusal)
    {
        IEnumerable<string> read = judged.Bound.Slots.Select(slot => $"{sheet.Columns[slot].Name} = {sheet.Columns[slot].Cells[comparison.Row] ?? "null"}");
        return $"[{comparison.Piece.Operation}] {comparison.Piece.Text}\n  ours {comparison.Ours} {comparison.Fault}, DuckDB's {comparison.Theirs} {refusal}\n"
            + $"  parts {string.Join(", ", comparison.Parts)}\n  row {comparison.Row}: {string.Join(", ", read)}\n  {judged.Sql}";
    }

    private sealed record Judged(Piece Piece, BoundExpression Bound, string Sql, Verdict[] Ours, bool[] IsAlike);
}
