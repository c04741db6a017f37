using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Output;
using SynthData.Planning;

namespace SynthData.Cli.Commands;

/// <summary>A job in the order in which it is made, and what stands at its targets.</summary>
internal sealed record JobPlanAnswer(JobPlan Plan, ImmutableArray<DatasetState> Standing) : CommandAnswer
{
    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        PlanReport[] reports = [.. Plan.Datasets.Select(Report)];
        string day = JobJson.Day(Plan.Job.AsOf) is { } written ? $", as of {written}" : "";
        console.Line($"{Plan.Job.Name}: {Plan.Datasets.Length} datasets, {Words.Rows(reports.Sum(RowsOf))}{day}");
        foreach ((string name, string value) in Plan.Job.Params.Where(pair => pair.Key != Jobs.JobParams.Day))
            console.Line($"  {name}: {value}");
        console.Line();
        Table grid = Grids.Open("dataset", "rows#", "now", "needs", "schema", "target");
        foreach ((PlannedDataset dataset, PlanReport report, DatasetState state) in Plan.Datasets.Zip(reports, Standing))
            grid.Add(dataset.Name, Words.Number(RowsOf(report)), Now(dataset, state), string.Join(", ", dataset.Written.Needs), dataset.Written.Schema.Written, dataset.Target);
        console.Draw(grid);
        foreach ((PlannedDataset dataset, PlanReport report) in Plan.Datasets.Zip(reports))
        {
            if (report.Model is not { } model)
                continue;
            console.Line();
            console.Line($"{dataset.Name}:");
            PlanAnswer.Print(model, console);
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("job", Plan.Job.Name);
        json.WriteString("asOf", JobJson.Day(Plan.Job.AsOf));
        json.WriteStartObject("params");
        foreach ((string name, string value) in Plan.Job.Params.Where(pair => pair.Key != Jobs.JobParams.Day))
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("datasets");
        foreach ((PlannedDataset dataset, DatasetState state) in Plan.Datasets.Zip(Standing))
        {
            json.WriteStartObject();
            json.WriteString("name", dataset.Name);
            json.WriteString("schema", dataset.Written.Schema.Written);
            json.WriteString("target", dataset.Target);
            json.WriteBoolean("complete", state.IsComplete);
            json.WriteString("difference", state.Difference);
            json.WriteStartArray("needs");
            foreach (string need in dataset.Written.Needs)
                json.WriteStringValue(need);
            json.WriteEndArray();
            json.WritePropertyName("plan");
            PlanJson.Write(json, Report(dataset), compiled: null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static PlanReport Report(PlannedDataset dataset) => dataset.Plan.Report(dataset.Model.Limits);

    private static long RowsOf(PlanReport report) => report.Tables.Where(table => table.IsWritten).Sum(table => table.Rows);

    private static string Now(PlannedDataset dataset, DatasetState state) => state switch
    {
        { IsComplete: true } => dataset.IsMadeAgain ? "complete, made again" : "complete",
        { Manifest: null } => "not there",
        _ => dataset.IsMadeAgain ? "another, replaced or added to" : $"another: {state.Difference}",
    };
}
