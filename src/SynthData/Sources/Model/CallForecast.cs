using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Tokens;

namespace SynthData.Sources.Model;

/// <summary>Estimates what the calls of one table come to if every answer is right, from the words that would be sent.</summary>
internal sealed class CallForecast
{
    private const int Stretches = 4;
    private const int StretchRows = 16;
    private readonly TokenScale scale;
    private readonly PromptEngineOptions options;
    private readonly TablePrompt prompt;
    private readonly ImmutableArray<SlotAsk> sample;
    private readonly int looked;

    /// <param name="rows">Rows of the table; a few are looked at.</param>
    public CallForecast(PromptTable table, IPromptRows rows, TokenScale scale, PromptEngineOptions options)
    {
        this.scale = scale;
        this.options = options;
        prompt = new TablePrompt(table);
        PromptSlot[] slots = [.. Starts(table.RowCount).SelectMany(start => rows.Slots(start, (int)Math.Min(StretchRows, table.RowCount - start)))];
        looked = slots.Length;
        sample = [.. slots.Select(slot => new SlotState(slot)).Where(slot => !slot.IsComplete).Select(SlotAsk.Of)];
    }

    public TableEstimate Estimate()
    {
        string table = prompt.Table.Table;
        if (sample.IsEmpty)
            return new TableEstimate(table, 0, 0, 0, 0);
        double share = (double)sample.Length / looked;
        double rows = prompt.Table.RowCount * share;
        double tokensOut = sample.Average(ask => (double)scale.Count(Answer(ask)));
        double calls = Calls(share, tokensOut);
        double sent = (calls * Fixed()) + (rows * Line());
        double cells = rows * sample.Average(ask => (double)ask.Columns.Length);
        return new TableEstimate(table, Round(cells), Round(calls), Round(sent), Round((calls * scale.Count(Frame())) + (rows * tokensOut)));
    }

    // What every call sends whatever its rows.
    private long Fixed() => scale.Count(prompt.System) + scale.Count(WireSchema.Rows.GetRawText()) + scale.Count(prompt.WriteSlots([]));

    private double Line() => (double)(scale.Count(prompt.WriteSlots(sample)) - scale.Count(prompt.WriteSlots([]))) / sample.Length;

    // What every answer holds whatever its rows: a line of names.
    private string Frame() => "{\"rows\":[[\"id\"" + string.Concat(prompt.Columns.Select(name => $",\"{name}\"")) + "]]}";

    private string Answer(SlotAsk ask)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $",[{ask.RowIndex}");
        for (int column = 0; column < prompt.Columns.Length; column++)
        {
            PromptColumn wanted = prompt.Table.Columns[column];
            bool isBare = wanted.Type.IsNumeric || wanted.Type.Kind == ColumnKind.Bool;
            string cell = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(SampleCells.Of(wanted));
            text.Append(',').Append(!ask.Columns.Contains(column) ? "null" : isBare ? cell : $"\"{cell}\"");
        }

        return text.Append(']').ToString();
    }

    // The waves of a run whose answers all have the expected length.
    private double Calls(double share, double tokensOut)
    {
        var schedule = new WaveSchedule(options.WaveSize, options.MostWaveSize);
        var settings = new WaveSettings(options);
        var underWay = new Queue<WaveSetting>();
        double calls = 0;
        long next;
        for (long start = 0; start < prompt.Table.RowCount; start = next)
        {
            if (underWay.Count == 2)
            {
                var size = new ReplySize();
                size.Add(Round(1_000 * tokensOut), 1_000);
                settings.Absorb(new WaveEnd(underWay.Dequeue(), [], size));
            }

            WaveSetting setting = settings.Next();
            underWay.Enqueue(setting);
            next = Math.Min(prompt.Table.RowCount, schedule.EndOf(start));
            calls += CallsOfWave(next - start, share, setting.RowsPerCall);
        }

        return calls;
    }

    private double CallsOfWave(long rows, double share, int rowsPerCall)
    {
        double calls = 0;
        int lane = rowsPerCall * options.CallsPerLane;
        for (long start = 0; start < rows; start += lane)
            calls += Math.Ceiling(Math.Min(lane, rows - start) * share / rowsPerCall);
        return calls;
    }

    private static long Round(double number) => (long)Math.Round(number, MidpointRounding.AwayFromZero);

    private static IEnumerable<long> Starts(long rows) =>
        Enumerable.Range(0, Stretches).Select(stretch => rows * stretch / Stretches / StretchRows * StretchRows).Distinct().Where(start => start < rows);
}
