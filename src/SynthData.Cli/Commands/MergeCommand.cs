using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata merge FOLDER</c></summary>
internal sealed class MergeCommand : SynthDataCommand
{
    private readonly Argument<string> folder = new("FOLDER") { Description = "A folder that holds every shard of one dataset" };

    public MergeCommand()
        : base("merge", "Join the shards in a folder to one dataset, checking that they belong together")
    {
        Add(folder);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata generate schemas/bike-shop.yaml -o out/parts --shard 1/2",
        "synthdata generate schemas/bike-shop.yaml -o out/parts --shard 2/2",
        "synthdata merge out/parts",
    ];

    public override async Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(folder);
        DiagnosticBag bag = new();
        InputPath.AddUnlessFolder(path, bag);
        bag.ThrowIfErrors();
        return new MergeAnswer(path, await ShardMerge.RunAsync(path, cancellationToken));
    }
}

/// <summary>The dataset that shards became.</summary>
internal sealed record MergeAnswer(string Folder, RunManifest Manifest) : CommandAnswer
{
    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        Table grid = Grids.Open("table", "rows#", "file", "size#");
        foreach (ManifestTable table in Manifest.Tables)
        {
            foreach (ManifestFile file in table.Files)
                grid.Add(table.Name, Words.Number(file.Rows), PathOf(file.Path), Words.Bytes(file.Bytes));
        }

        session.Remarks.Line($"{Manifest.Dataset}: merged to {Words.Rows(Manifest.Tables.Sum(table => table.Rows))}");
        session.Remarks.Draw(grid);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Manifest.Dataset);
        json.WriteString("output", Folder);
        TablesJson.WriteTables(json, Manifest, PathOf);
        TablesJson.WriteModel(json, Manifest);
        json.WriteEndObject();
    }

    private string PathOf(string file) => Path.Combine(Folder, file).Replace('\\', '/');
}
