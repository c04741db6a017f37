using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.AI;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Prompts;

/// <summary>One call, ready to be sent or looked up.</summary>
internal sealed class Call
{
    public Call(TablePrompt prompt, WaveSetting setting, IReadOnlyList<SlotAsk> asks, string model, ImmutableArray<Feature> sent, double? temperature)
    {
        Prompt = prompt;
        Setting = setting;
        Sent = sent;
        User = prompt.WriteSlots(asks, setting.Memory);
        Cells =
        [
            .. asks.SelectMany(ask => ask.Columns.Select(column => new AskedCell(
                ask.RowIndex, prompt.Columns[column], ask.State.AsksOf(column) + 1, CellKey(prompt, ask, column, model)))),
        ];
        Seed = SeedOf(prompt.Table, Cells[0]);
        string parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"{(sent.Contains(Feature.WireSchema) ? WireSchema.Rows.GetRawText() : sent.Contains(Feature.JsonObject) ? "json" : "")}|"
                + $"{(sent.Contains(Feature.Seed) ? Seed : null)}|{(sent.Contains(Feature.Temperature) ? temperature : null)}");
        Key = KeyHash.OfCall(model, parameters, prompt.System, User, Cells);
    }

    public TablePrompt Prompt { get; }

    /// <summary>What its wave is asked with.</summary>
    public WaveSetting Setting { get; }

    /// <summary>The parts of a request that go with it.</summary>
    public ImmutableArray<Feature> Sent { get; }

    /// <summary>The message of slots.</summary>
    public string User { get; }

    public ImmutableArray<AskedCell> Cells { get; }

    /// <summary>A hint for servers that can repeat themselves; 31 bits, since some take no more.</summary>
    public long Seed { get; }

    /// <summary>The call key.</summary>
    public string Key { get; }

    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.System, Prompt.System), new(ChatRole.User, User)];

    public static string CellKey(TablePrompt prompt, SlotAsk ask, int column, string model) =>
        KeyHash.OfCell(model, prompt.Table, prompt.Table.Columns[column], ask.State.Slot, ask.State.AsksOf(column) + 1);

    private static long SeedOf(PromptTable table, AskedCell first) =>
        (long)(StreamKey.For(table.Seed, 1, table.Table, "model").Word(first.RowIndex, (byte)first.AskNumber, 0) >> 33);
}
