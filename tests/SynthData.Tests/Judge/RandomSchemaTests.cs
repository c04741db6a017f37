using System.Globalization;
using System.Text;
using CsCheck;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Output;
using SynthData.Schema;
using SynthData.Schema.Reading;
using SynthData.Tests.Rules.Validation;
using SynthData.Tests.Run;

namespace SynthData.Tests.Judge;

/// <summary>Any small schema is refused with a reason, or makes exactly its rows, and neither a naive checker nor DuckDB finds one that breaks it.</summary>
public class RandomSchemaTests
{
    // SYNTHDATA_SWEEP=50 looks at fifty times as many.
    private static readonly int Schemas = 60 * (int.TryParse(Environment.GetEnvironmentVariable("SYNTHDATA_SWEEP"), NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 1);

    [Fact]
    public async Task Any_schema_is_refused_or_kept()
    {
        int made = 0;
        await DatasetRecipe.Any.SampleAsync(
            async recipe =>
            {
                (string schema, SketchTable[] tables) = Draw(recipe);
                if (await MakeAsync(schema, tables, recipe))
                    Interlocked.Increment(ref made);
            },
            iter: Schemas,
            threads: 2,
            print: recipe => Draw(recipe).Schema);
        Assert.True(made * 2 >= Schemas, $"Only {made} of {Schemas} schemas made rows.");
    }

    // How children pick the code of another table.
    private static readonly string[] Choices = ["", ", weight: others.fame", ", where: others.fame > 0 and others.fame < n + 10"];

    private static (string Schema, SketchTable[] Tables) Draw(DatasetRecipe recipe)
    {
        string key = (recipe.Seed % 3) switch { 0 => "sequence: 1", 1 => "uuid: true", _ => "pattern: '[a-z]{3}[0-9]'" };
        var parent = new SketchTable("p", recipe.Rows.ToString(CultureInfo.InvariantCulture), "id", null);
        parent.Columns.Add(new SketchColumn("id", SketchKind.Other, key, row => row["id"] is not null));
        foreach (ColumnRecipe column in recipe.Parent)
            SketchColumns.Add(parent, column);
        foreach (RuleRecipe rule in recipe.ParentRules)
            SketchRules.Add(parent, rule);

        // Children per parent, distinct pairs of parents, or rows of their own that refer to parents by popularity.
        int most = recipe.Children % 4;
        string[] numbers = parent.Readable(SketchKind.Int);
        string count = most == 3 && numbers.Length > 0 ? SketchColumns.Quoted($"abs({numbers[recipe.Seed % numbers.Length]}) % 4") : $"{{ between: [0, {most}] }}";
        var child = (recipe.Children / 4) switch
        {
            0 => new SketchTable("c", $"{{ per: p, count: {count} }}", "[p, n]", parent),
            1 => new SketchTable("c", $"{{ per: p, count: {count} }}", "[p, q]", parent),
            _ => new SketchTable("c", $"{recipe.Rows + most}", "n", parent),
        };
        child.Columns.Add(new SketchColumn("p", SketchKind.Other, recipe.Children / 4 == 2 ? "references: p.id, skew: { zipf: 1.1 }" : "references: p.id", row => row.Parent is not null));
        child.Columns.Add(recipe.Children / 4 == 2
            ? new SketchColumn("n", SketchKind.Other, "sequence: 5", row => row.Int("n") >= 5)
            : new SketchColumn("n", SketchKind.Other, "position: true", row => row.Int("n") >= 1 && row.Int("n") <= most));
        child.Columns.Add(new SketchColumn("q", SketchKind.Other, $"references: others.code{Choices[recipe.Seed % Choices.Length]}", row => row.Text("q") is { Length: 2 }));
        foreach (ColumnRecipe column in recipe.Child)
            SketchColumns.Add(child, column);
        foreach (RuleRecipe rule in recipe.ChildRules)
            SketchRules.Add(child, rule);

        var others = new SketchTable("others", "6", "code", null);
        others.Columns.Add(new SketchColumn("code", SketchKind.Text, "pattern: 'o[0-9]'", row => row.Text("code") is { Length: 2 }));
        others.Columns.Add(new SketchColumn("fame", SketchKind.Int, "range: [1, 9]", row => row.Int("fame") is >= 1 and <= 9));
        var text = new StringBuilder($"synthdata: 1\nname: random\nseed: {recipe.Seed}\nas_of: 2025-01-01\ntables:\n");
        foreach (SketchTable table in (SketchTable[])[child, parent, others])
            table.Write(text);
        return (text.ToString(), [parent, child]);
    }

    // True when rows were made.
    private static async Task<bool> MakeAsync(string text, SketchTable[] tables, DatasetRecipe recipe)
    {
        using TemporaryFolder folder = new();
        GenerationPlan plan;
        try
        {
            var bag = new DiagnosticBag();
            DatasetSchema? schema = SchemaReader.ReadText(text, bag);
            bag.ThrowIfErrors();
            plan = SqlJudge.Opened(new Dataset(schema!)).Plan();
            string format = (recipe.Seed % 5) switch { 0 => "parquet", 1 => "jsonl", _ => "csv" };
            RunOutcome made = await plan.RunAsync(OutputTarget.Folder(folder.At("made")), new RunOptions { Format = format, BatchRows = 1 + (recipe.Seed % 50), Threads = 2 }, TestContext.Current.CancellationToken);
            Assert.Empty(SqlJudge.Faults(plan, folder.At("made"), $".{format}"));
            await CompareAsync(plan.Dataset, folder, ReadyMade.Cells(made.Manifest), recipe);
            CheckedData.AssertClean(await DataValidation.RunAsync(
                plan.Dataset, new ValidationRequest([new ValidationInput(null, folder.At("made"))], null, ShowsValues: true), TestContext.Current.CancellationToken));
        }
        catch (SchemaException refused)
        {
            Assert.All(refused.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), found => AssertReadable(found, text));
            return false;
        }
        catch (GenerationException refused)
        {
            Assert.StartsWith("SD4", refused.Diagnostic.Code, StringComparison.Ordinal);
            AssertReadable(refused.Diagnostic, text);
            return false;
        }

        var parents = new Dictionary<object, SketchRow>();
        foreach (SketchTable table in tables)
            await CheckAsync(plan, table, parents);
        return true;
    }

    // Neither batches nor shards change a cell or a rejection.
    private static async Task CompareAsync(Dataset dataset, TemporaryFolder folder, string cells, DatasetRecipe recipe)
    {
        for (int number = 1; number <= 2; number++)
        {
            GenerationPlan part = dataset.Plan(new GenerationRequest { Shard = new ShardRequest(number, 2) });
            await part.RunAsync(OutputTarget.Folder(folder.At("parts")), new RunOptions { BatchRows = 1 + (recipe.Seed % 7), Threads = 1 }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(cells, ReadyMade.Cells(await ShardMerge.RunAsync(folder.At("parts"), TestContext.Current.CancellationToken)));
    }

    private static async Task CheckAsync(GenerationPlan plan, SketchTable table, Dictionary<object, SketchRow> parents)
    {
        var seen = new HashSet<(object?, object?)>();
        long rows = 0;
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table.Name, TestContext.Current.CancellationToken))
        {
            for (int place = 0; place < batch.RowCount; place++, rows++)
            {
                var cells = batch.Columns.Select((column, index) => (column.Name, Value: batch.GetValue(place, index))).ToDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal);
                SketchRow? earlier = cells.GetValueOrDefault("up") is { } up ? parents.GetValueOrDefault(up) : null;
                var row = new SketchRow(cells, table.Parent is null ? null : parents.GetValueOrDefault(cells["p"]!), earlier);
                if (table.Parent is null)
                    parents.Add(cells["id"]!, row);
                foreach (SketchColumn column in table.Columns)
                    Assert.True(column.IsKept(row), $"{column.Name} of {Describe(row)} is not: {column.Written}");
                foreach (SketchRule rule in table.Rules)
                    Assert.True(rule.Holds(row) != false, $"{Describe(row)} breaks: {rule.Written}");
                if (table.Parent is not null)
                    Assert.True(seen.Add((cells["p"], cells["n"])), $"Twice the same key in {Describe(row)}");
            }
        }

        Assert.Equal(plan.RowCount(table.Name), rows);
    }

    private static void AssertReadable(Diagnostic found, string text)
    {
        Assert.True(found.Message.Length > 20, $"{found} says nothing of\n{text}");
        Assert.True(found.Position is null or { Line: > 0, Column: > 0 });
    }

    private static string Describe(SketchRow row) => string.Join(", ", row.Cells.Select(cell => $"{cell.Key} = {cell.Value ?? "null"}")) + (row.Parent is null ? "" : $" (parent {Describe(row.Parent)})");
}
