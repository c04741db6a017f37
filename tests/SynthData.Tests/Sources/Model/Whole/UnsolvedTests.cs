using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>What becomes of rows that a model does not solve: the run fails, they are drawn again, or they get their columns' fallbacks.</summary>
public class UnsolvedTests
{
    private const string NoDesks = "the model knows no desks";

    [Fact]
    public async Task By_default_the_run_fails_naming_rule_and_rows()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        (await bench.GenerateAsync(bench.Write("desk.yaml", Schema("fail")), "made")).AssertRefused(4, "SD4201", "'not_sold'", "after 4 asks each");
    }

    [Fact]
    public async Task A_row_that_stays_wrong_gets_its_next_draw_and_all_that_read_it_see_that_one()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        string schema = bench.Write("desk.yaml", Schema("redraw"));
        await bench.RunAsync(["generate", schema, "-o", bench.At("local")]);

        RunManifest manifest = await bench.MakeAsync(schema, "made");

        Assert.Equal(40, ModelBench.Count(bench.Csv("made", "products")));
        Assert.InRange(ModelBench.Count($"{bench.Csv("local", "products")} WHERE kind = 'desk'"), 3, 20);
        Assert.Equal(0, ModelBench.Count($"{bench.Csv("made", "products")} WHERE kind = 'desk' OR title LIKE '%forbidden%' OR price::DOUBLE < 20"));
        AssertChildrenAgree(bench, "made");

        // Keys and rows that were solved are as without a model; each draw given up is counted by the rule that stood in the way.
        string both = $"{bench.Csv("made", "products")} m JOIN {bench.Csv("local", "products")} l USING (code)";
        Assert.Equal(40, ModelBench.Count(both));
        Assert.Equal(0, ModelBench.Count($"{both} WHERE l.kind <> 'desk' AND (m.kind, m.price) IS DISTINCT FROM (l.kind, l.price)"));
        long desks = ModelBench.Count($"{bench.Csv("local", "products")} WHERE kind = 'desk'");
        Assert.InRange(ModelBench.Rejected(manifest, "products", "SD4222"), desks, 3 * desks);
        Assert.Equal(0, (await bench.RunAsync(["validate", schema, bench.At("made")])).ExitCode);
    }

    [Fact]
    public async Task Rows_drawn_again_are_the_same_in_a_replay_for_some_tables_alone_and_whatever_the_latency()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        string schema = bench.Write("desk.yaml", Schema("redraw"));
        RunManifest made = await bench.MakeAsync(schema, "made");
        await using ModelBench slow = await ModelBench.StartAsync(KnowsNoDesks, FaultMix.Dawdle);

        RunManifest late = await slow.MakeAsync(slow.Write("desk.yaml", Schema("redraw")), "made");
        RunManifest replayed = await bench.MakeAsync(schema, "replayed", "--replay", "--threads", "2");
        RunManifest notes = await bench.MakeAsync(schema, "notes", "--replay", "--tables", "notes");

        Assert.Equal(ModelBench.Contents(made), ModelBench.Contents(late));
        Assert.Equal(Bodies(bench), Bodies(slow));
        Assert.Equal(ModelBench.Contents(made), ModelBench.Contents(replayed));
        Assert.Equal(made.Tables.SelectMany(table => table.Rejected), replayed.Tables.SelectMany(table => table.Rejected));
        Assert.Equal(made.Tables.Single(table => table.Name == "notes").Content, Assert.Single(notes.Tables).Content);
    }

    [Fact]
    public async Task An_answer_that_fits_the_new_draw_as_well_is_not_asked_again()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        await bench.MakeAsync(bench.Write("desk.yaml", Schema("redraw")), "made");

        // The motto follows from the key alone, which no draw changes.
        IEnumerable<AskedSlot> slots = bench.Server.Requests.Where(request => request.System.Contains("Table: products", StringComparison.Ordinal)).SelectMany(request => request.Slots);
        Assert.All(slots.GroupBy(slot => slot.Id), asks => Assert.Single(asks, ask => ask.Fill is null || ask.Fill.Contains("motto")));
    }

    [Fact]
    public async Task A_row_that_no_draw_solves_fails_in_the_end()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Writes((_, column) => column == "title" ? "\"forbidden\"" : null));

        (await bench.GenerateAsync(bench.Write("desk.yaml", Schema("redraw")), "made", "--rows", "products=8"))
            .AssertRefused(4, "SD4201", "'not_sold', in 8 of them", "after 16 asks each");

        Assert.Equal(16, bench.Server.Calls);
    }

    [Fact]
    public async Task Cells_that_stay_wrong_get_the_fallback_of_their_column_counted_and_named()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        string schema = bench.Write("desk.yaml", Schema("fallback"));

        CommandLine run = await bench.GenerateAsync(schema, "made");

        Assert.True(run.ExitCode == 0, run.Error);
        string products = bench.Csv("made", "products");
        long desks = ModelBench.Count($"{products} WHERE kind = 'desk'");
        Assert.InRange(desks, 3, 20);
        Assert.Equal(0, ModelBench.Count($"{products} WHERE (kind = 'desk') <> (title = 'a desk, ' || code)"));
        Assert.Equal(0, ModelBench.Count($"{products} WHERE motto IS NULL OR motto = 'none'"));
        AssertChildrenAgree(bench, "made");
        RunManifest manifest = bench.ReadManifest("made");
        Assert.Equal(new ManifestRejection("SD4221", "title", desks), Assert.Single(manifest.Tables[0].Rejected, rejected => rejected.Code == "SD4221"));
        Assert.Contains($"SD4226: {desks} cells of 'products.title' hold the column's fallback", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.GenerateAsync(schema, "made", "--check", "--replay")).ExitCode);
    }

    [Fact]
    public async Task A_fallback_that_breaks_a_rule_fails()
    {
        await using ModelBench bench = await ModelBench.StartAsync(KnowsNoDesks);
        string schema = bench.Write("desk.yaml", Schema("fallback").Replace("'a {kind}, {code}'", "'forbidden {code}'", StringComparison.Ordinal));

        (await bench.GenerateAsync(schema, "made")).AssertRefused(4, "SD4201", "'not_sold'");
    }

    [Fact]
    public async Task The_plan_says_what_becomes_of_unsolved_rows()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Schema("redraw"));

        CommandLine plan = await bench.RunAsync(["plan", schema, "--model", "openai/test"]);
        CommandLine json = await bench.RunAsync(["plan", schema, "--model", "openai/test", "--json"]);

        Assert.Contains("rows the model does not solve: redraw", plan.Output, StringComparison.Ordinal);
        Assert.Contains("\"unsolved\": \"redraw\"", json.Output, StringComparison.Ordinal);
    }

    private static Fault? KnowsNoDesks(RecordedRequest request) => request.System.Contains("Table: products", StringComparison.Ordinal)
        ? new Fault.Writes((slot, column) => column == "title" && slot.Line.Contains("\"desk\"", StringComparison.Ordinal) ? $"\"forbidden {NoDesks} {slot.Id}\"" : null)
        : null;

    private static void AssertChildrenAgree(ModelBench bench, string output)
    {
        string products = bench.Csv(output, "products");
        string tickets = bench.Csv(output, "tickets");
        string notes = bench.Csv(output, "notes");
        Assert.InRange(ModelBench.Count(tickets), 40, 120);
        Assert.Equal(0, ModelBench.Count(
            $"{tickets} t LEFT JOIN {products} p ON t.product = p.code WHERE t.headline IS DISTINCT FROM p.kind || ' of ' || p.price OR t.subject IS NULL"));
        Assert.Equal(0, ModelBench.Count(
            $"{notes} n LEFT JOIN {tickets} t ON n.ticket = t.id LEFT JOIN {products} p ON t.product = p.code WHERE n.thing IS DISTINCT FROM p.kind || ': ' || p.title"));
    }

    private static string Schema(string unsolved) => $$"""
        synthdata: 1
        name: desk
        seed: 5
        tables:
          products:
            rows: 40
            key: code
            unsolved: {{unsolved}}
            columns:
              code:  { pattern: '[A-Z]{3}[0-9]' }
              kind:  { values: { lamp: 3, chair: 2, desk: 1 } }
              price: { type: decimal(2), range: [1, 100] }
              title: { prompt: 'Name of a {kind}.', unique: true, length: [3, 60], fallback: { template: 'a {kind}, {code}' } }
              motto: { prompt: 'A motto for {code}.', fallback: { constant: none } }
            rules:
              - { name: not_sold, check: "title not like '%forbidden%'" }
              - price >= 20
          tickets:
            rows: { per: products, count: { between: [1, 3] } }
            key: id
            columns:
              id:       { sequence: 1 }
              product:  { references: products.code }
              subject:  { prompt: 'Subject of a ticket about a {product.kind}.', fallback: { constant: none } }
              headline: { template: '{product.kind} of {product.price}' }
          notes:
            rows: { per: tickets, count: 2 }
            columns:
              ticket: { references: tickets.id }
              thing:  { expr: "ticket.product.kind || ': ' || ticket.product.title" }
        """;

    private static string[] Bodies(ModelBench bench) => [.. bench.Server.Requests.Select(request => request.Body).Order(StringComparer.Ordinal)];
}
