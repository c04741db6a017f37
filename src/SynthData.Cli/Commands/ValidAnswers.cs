using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>A schema without fault.</summary>
internal sealed record ValidSchemaAnswer(string Dataset, int Tables, long Rows) : CommandAnswer
{
    public override ImmutableArray<JUnitSuite> Suites => [JUnitSuite.Of(Dataset, "the schema is right", []) with { Notes = Diagnostics }];

    public override void Print(Session session)
    {
        if (!session.IsQuiet)
            session.Results.Line($"{Dataset}: the schema is right: {Tables} tables, {Words.Rows(Rows)}");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteNumber("tables", Tables);
        json.WriteNumber("rows", Rows);
        json.WriteEndObject();
    }
}

/// <summary>What checking data found.</summary>
internal sealed record ValidDataAnswer(string Dataset, ValidationReport Report) : CommandAnswer
{
    public override int ExitCode => Report.Violations == 0 ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override ImmutableArray<Diagnostic> Findings => Report.Findings;

    public override ImmutableArray<JUnitSuite> Suites =>
    [
        .. Report.Checks.GroupBy(check => check.Table).Select((table, index) => new JUnitSuite(
            $"{Dataset}.{table.Key}", [.. table.Select(check => new JUnitCase(check.Name, check.Findings) { Skipped = check.Unchecked })])
        { Notes = index == 0 ? Report.Notes : [] }),
    ];

    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        DiagnosticPrinter.Print(Report.Findings, console);
        if (session.IsQuiet)
            return;

        Table grid = Grids.Open("table", "rows#", "violations#", "file");
        foreach (ValidatedTable table in Report.Tables)
            grid.Add(table.Name, Words.Number(table.Rows), Words.Number(table.Violations), table.Path);
        console.Draw(grid);
        console.Line(Report.Violations == 0
            ? $"{Dataset}: every row keeps the schema"
            : $"{Dataset}: {Words.Number(Report.Violations)} violations");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteNumber("violations", Report.Violations);
        json.WriteStartArray("tables");
        foreach (ValidatedTable table in Report.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("path", table.Path);
            json.WriteNumber("rows", table.Rows);
            json.WriteNumber("violations", table.Violations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in Report.Findings)
            JsonReport.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
