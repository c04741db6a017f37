using System.Globalization;
using System.Text.Json;
using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Tokens in and out of a row that was accepted, beside what the prompts of two others come to for the same rows.</summary>
/// <remarks>
/// Counted are the texts of the messages and, where one is sent, the JSON Schema of the answer; what a protocol adds for each message is
/// left out for all, which favours the one that makes the most calls. Cached tokens count in full.
/// </remarks>
internal static class TokensPerRow
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        RigRun run = await Rig.RunAsync(new ProviderOptions(), options.Rows, cancellationToken: cancellationToken);
        double ours = (run.Tokens + run.Requests.Sum(SchemaTokens)) / (double)run.Rows.Count;
        double cells = OneCallPerCell.Tokens(run.Rows) / (double)run.Rows.Count;
        double twenty = TwentyRowsPerCall.Tokens(run.Rows, TwentyRowsPerCall.Remembered) / (double)run.Rows.Count;
        double apart = TwentyRowsPerCall.Tokens(run.Rows, remembered: 0) / (double)run.Rows.Count;
        double texts = run.Rows.Sum(Texts) / (double)run.Rows.Count;
        return
        [
            new Figure("Tokens in + out per accepted row", Number(ours)),
            new Figure("  of which are sent, and in how many calls", $"{Number(run.Ledger.Calls.Sum(call => (double)call.TokensIn) / run.Rows.Count)} in {run.Requests.Count}"),
            new Figure("  a system message, and the schema of its answer", $"{TokenCounts.O200k(run.Requests[0].System)} + {SchemaTokens(run.Requests[0])}"),
            new Figure("  the six texts alone", Number(texts)),
            new Figure("One call per cell (shape of NeMo Data Designer)", Number(cells)),
            new Figure("20 rows per call, 10 before as indented JSON (shape of mostlyai-mock)", Number(twenty)),
            new Figure("  the same without rows before, as its parallel workers ask", Number(apart)),
            Figure.AtMost("Ours over one call per cell", ours / cells, 1 / 3.0),
            Figure.AtMost("Ours over 20 rows per call", ours / twenty, 0.5),
            new Figure("  without rows before", (ours / apart).ToString("0.00", CultureInfo.InvariantCulture)),
        ];
    }

    private static int SchemaTokens(RecordedRequest request) => request.Has("response_format") ? TokenCounts.O200k(request.Get("response_format").GetRawText()) : 0;

    private static int Texts(JsonElement row) => ReviewTexts.Columns.Sum(column => TokenCounts.O200k(row.GetProperty(column).GetString()!));

    private static string Number(double tokens) => tokens.ToString("0.0", CultureInfo.InvariantCulture);
}
