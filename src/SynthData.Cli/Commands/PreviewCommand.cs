using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using SynthData.Batches;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata preview SCHEMA</c>: a look in the terminal; nothing written, no model called.</summary>
internal sealed class PreviewCommand : SynthDataCommand
{
    private readonly SchemaOptions schema = new();
    private readonly TextOption rows = new("-n", "N", "Rows of each table; 10 by default");
    private readonly TextOption table = new("--table", "T", "This table only");
    private readonly TextOption seed = new("--seed", "N", "Another seed than the schema's");

    public PreviewCommand()
        : base("preview", "Show the first rows of each table; nothing is written, no model is called")
    {
        schema.AddTo(this);
        Add(rows);
        Add(table);
        Add(seed);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["synthdata preview schemas/bike-shop.yaml", "synthdata preview schemas/bike-shop.yaml --table orders -n 3"];

    public override async Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        DateOnly? asOf = schema.AsOf(parsed, bag);
        int limit = rows.Read(parsed, bag, "a whole number from 1", ArgumentText.SmallCount) ?? 10;
        ulong? chosenSeed = seed.Read(parsed, bag, "a whole number from 0 to 18446744073709551615", ArgumentText.Seed);
        Dataset dataset = schema.Open(parsed, bag);
        string? only = table.Value(parsed);
        if (only is not null)
            TableNames.Find(dataset.Schema, only, table.Name, bag);
        bag.ThrowIfErrors();

        GenerationPlan plan = dataset.Plan(new GenerationRequest { Seed = chosenSeed, AsOf = asOf });
        ImmutableArray<PreviewRows>.Builder previews = ImmutableArray.CreateBuilder<PreviewRows>();
        foreach (TableSchema shown in dataset.Schema.Tables.Where(shown => only is null ? shown.IsWritten : shown.Name == only))
            previews.Add(await ReadAsync(plan, shown.Name, limit, cancellationToken));
        return new PreviewAnswer(previews.ToImmutable());
    }

    private static async Task<PreviewRows> ReadAsync(GenerationPlan plan, string table, int limit, CancellationToken cancellationToken)
    {
        PreviewRows preview = new(table, limit);
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table, cancellationToken))
        {
            preview.Take(batch);
            if (preview.IsFull)
                break;
        }

        return preview;
    }
}

/// <summary>The first rows of some tables.</summary>
internal sealed record PreviewAnswer(ImmutableArray<PreviewRows> Tables) : CommandAnswer
{
    public override void Print(Session session)
    {
        foreach (PreviewRows table in Tables)
            table.Print(session.Results, planned: null);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (PreviewRows table in Tables)
            table.WriteJson(json);
        json.WriteEndArray();
    }
}
