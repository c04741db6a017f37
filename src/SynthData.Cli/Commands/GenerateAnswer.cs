using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Manifest;

namespace SynthData.Cli.Commands;

/// <summary>What was made: first rows, files, sources of prompt columns, rejections, and what to try next.</summary>
internal sealed record GenerateAnswer(OutputChoice Choice, RunOutcome Outcome, IReadOnlyList<PreviewRows> Previews, TimeSpan Elapsed, AfterGenerate After) : CommandAnswer
{
    private RunManifest Manifest => Outcome.Manifest;

    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;

        IAnsiConsole console = session.Remarks;
        if (Outcome.WasComplete)
        {
            console.Line($"{Manifest.Dataset}: already complete in {Choice.Path}; nothing was made. '{(Choice.IsDatabase ? "--truncate" : "--overwrite")}' makes it again.");
            PrintFiles(console);
            return;
        }

        foreach (PreviewRows preview in Previews)
            preview.Print(console, Manifest.Tables.FirstOrDefault(table => table.Name == preview.Table)?.Rows);
        long rows = Manifest.Tables.Sum(table => table.Rows);
        console.Line($"{Manifest.Dataset}: made {Words.Rows(rows)} in {Words.Duration(Elapsed)}, seed {Manifest.Seed}");
        PrintFiles(console);
        PrintPromptColumns(console);
        PrintRejections(console);
        NextCommand.Print(After.Commands, console);
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Manifest.Dataset);
        json.WriteBoolean("alreadyComplete", Outcome.WasComplete);
        json.WriteString("output", Choice.Path);
        json.WriteNumber("seed", Manifest.Seed);
        json.WriteNumber("seconds", Math.Round(Elapsed.TotalSeconds, 3));
        TablesJson.WriteTables(json, Manifest, Choice.PathOf);
        ModelJson.Write(json, Outcome.Model, Outcome.Texts);
        NextCommand.WriteJson(After.Commands, json);
        json.WriteEndObject();
    }

    private void PrintFiles(IAnsiConsole console)
    {
        Table grid = Grids.Open("table", "rows#", "file", "size#");
        HashSet<string> sized = new(StringComparer.Ordinal);                  // a script is the file of every table
        foreach (ManifestTable table in Manifest.Tables)
        {
            if (table.Files.IsEmpty)
                grid.Add(table.Name, Words.Number(table.Rows), Choice.IsDatabase ? Choice.Path : "standard output", "");
            foreach (ManifestFile file in table.Files)
                grid.Add(table.Name, Words.Number(file.Rows), Choice.PathOf(file.Path), sized.Add(file.Path) ? Words.Bytes(file.Bytes) : "");
        }

        console.Draw(grid);
    }

    private void PrintPromptColumns(IAnsiConsole console)
    {
        foreach (ManifestTable table in Manifest.Tables)
        {
            foreach (ManifestColumn column in table.Columns)
            {
                string? source = column.Source switch
                {
                    "model" => $"the model {Manifest.Model?.Name}",
                    "knowledge" => "knowledge",
                    "fallback" => "its fallback, since no model was named",
                    _ => null,
                };
                if (source is not null)
                    console.Line($"  {table.Name}.{column.Name} comes from {source}");
            }
        }

        if (Outcome.Model is { } model)
            ModelSummary.Print(model, Outcome.Texts, console);
    }

    private void PrintRejections(IAnsiConsole console)
    {
        foreach (ManifestTable table in Manifest.Tables)
        {
            foreach (ManifestRejection rejection in table.Rejected.Where(rejection => !IsOfModel(table.Name, rejection)))
                console.Line($"  {table.Name}: {Words.Number(rejection.Count)} drawn again for {rejection.Rule} ({rejection.Code})");
        }
    }

    // The manifest counts both; what a model got wrong is told with the model.
    private bool IsOfModel(string table, ManifestRejection rejection) =>
        Outcome.Model?.Tables.Any(answered => answered.Table == table && answered.Rejected.Any(own => own.Code == rejection.Code && own.Rule == rejection.Rule)) == true;
}
