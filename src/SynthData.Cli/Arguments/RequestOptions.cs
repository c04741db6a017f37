using System.CommandLine;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>What is asked of the schema: rows, seed, tables, text. Shared by <c>generate</c> and <c>plan</c>.</summary>
internal sealed class RequestOptions
{
    private readonly TextOption rows = new("--rows", "N|TABLE=N", "Rows of the one table with a number of its own, or of TABLE; may be repeated") { MayRepeat = true };

    private readonly TextOption rowsFrom = new("--rows-from", "N|TABLE=N", "Go on after the first N rows, which earlier runs made; children follow; may be repeated") { MayRepeat = true };

    private readonly TextOption scale = new("--scale", "X", "Multiply every table's own number of rows, rounding up");

    private readonly TextOption tables = new("--tables", "T,...", "Write these tables only; their parents are made, not written") { MayRepeat = true };

    private readonly TextOption seed = new("--seed", "N", "Another seed than the schema's");

    private readonly TextOption shard = new("--shard", "I/N", "Make part I of N of every table");

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "Refuse columns whose source is guessed from their name",
        Arity = ArgumentArity.Zero,
    };

    public RequestOptions(ModelOptions model) => Model = model;

    public ModelOptions Model { get; }

    public void AddTo(Command command)
    {
        command.Add(rows);
        command.Add(rowsFrom);
        command.Add(scale);
        command.Add(tables);
        command.Add(seed);
        command.Add(shard);
        command.Add(strict);
        Model.AddTo(command);
    }

    /// <summary>Adds what says how many rows are meant and which model is asked; where texts come from is no question.</summary>
    public void AddToCompile(Command command)
    {
        command.Add(rows);
        command.Add(scale);
        command.Add(tables);
        command.Add(seed);
        Model.AddTo(command, choosesText: false);
    }

    /// <summary>Reads the options against the schema's tables; what is wrong goes into the bag.</summary>
    public GenerationRequest Read(ParseResult parsed, Dataset dataset, DateOnly? asOf, Session session, DiagnosticBag bag)
    {
        long? textRows = Model.ReadTextRows(parsed, bag);
        (int Number, int Of)? part = shard.Read(parsed, bag, "I/N with I from 1 to N, such as 2/8", ArgumentText.Part);
        return new GenerationRequest
        {
            Seed = seed.Read(parsed, bag, "a whole number from 0 to 18446744073709551615", ArgumentText.Seed),
            Rows = RowsOption.Resolve(rows, parsed, dataset.Schema, bag),
            RowsFrom = RowsOption.Resolve(rowsFrom, parsed, dataset.Schema, bag),
            Scale = scale.Read(parsed, bag, "a number above 0, such as 0.1 or 20", ArgumentText.Factor) ?? 1,
            Tables = TableNames.Read(tables, parsed, dataset.Schema, bag),
            AsOf = asOf,
            Text = Model.ReadText(parsed, bag),
            TextRows = textRows,
            Model = Model.ReadName(parsed, session.Terminal.Environment, bag),
            Shard = part is { } cut ? new ShardRequest(cut.Number, cut.Of) : null,
            IsReplay = Model.IsReplay(parsed),
            IsStrict = parsed.GetValue(strict),
        };
    }
}
