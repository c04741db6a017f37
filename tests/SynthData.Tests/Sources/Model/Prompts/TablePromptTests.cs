using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Prompts;

public class TablePromptTests
{
    private static readonly PromptTable Table = Shop.Products(
        Shop.Title with { Length = Shop.Length(10, 60) },
        Shop.Column("weight", "Weight of a {kind}.", ColumnType.Decimal(1), about: "In kilograms."));

    [Fact]
    public void The_system_message_reads_so() => Assert.Equal(
        """
        You write realistic values for rows of a synthetic dataset. Everything in it is invented.

        Dataset: bike-shop. A small chain of bicycle shops.
        Table: products. What is sold.
        Language and region: nl-NL, unless a column says otherwise.

        Columns given with each row, which its values must fit:
        - "kind"
        - "price": In euros.

        Given to make rows differ; write in their spirit and name none of them; what a column to fill says comes first:
        - "manner": How it is said.
        - "extent": Within what the column allows.
        - "angle": Where it begins.

        Columns to fill; {x} stands for what the row has in column x:
        - "title" (text, 10 to 60 characters, no two rows alike): Catalogue title of a {kind}.
        - "weight" (number with 1 decimal place and at most 17 digits before them): Weight of a {kind}. (In kilograms.)

        Every row is checked against these rules; one that breaks a rule is sent back:
        - Nothing is free. (no_free, in SQL: title not like '%free%')

        Rows come as one JSON list a line: the id, then the given columns in the order of the header line. An object at the end says: "fill": fill only these columns; "have": values that stay, to fit the new ones to; "wrong": what has to be different from an earlier answer.
        Answer in the same form, as compact JSON and nothing else:
        {"rows":[["id","title","weight"],[0,…],…]}
        One list for each id asked, no other id, each with a cell for every name: numbers, true and false bare, all else as JSON strings, null only for columns not to be filled. Let rows differ as real ones do.
        """,
        new TablePrompt(Table).System);

    [Fact]
    public void The_slots_read_so()
    {
        var prompt = new TablePrompt(Table with { HasAxes = true });
        var wrong = new SlotState(Shop.Slot(Table, 4));
        wrong.Settle(1, "0.5");
        wrong.Problems.Add(new SlotProblem("SD4001", "no_free", "Rule 'no_free' does not hold: title is 'free tyre'."));
        var partly = new SlotState(Shop.Slot(Table, 5) with { IsAsked = [true, false] });

        string text = prompt.WriteSlots([SlotAsk.Of(new SlotState(Shop.Slot(Table, 3))), SlotAsk.Of(wrong), SlotAsk.Of(partly)]);

        Assert.Equal(
            """
            Fill 3 rows.
            ["id","kind","price"]
            [3,"e-bike",13.50]
            [4,"tyre",null,{"fill":["title"],"have":{"weight":0.5},"wrong":["Rule 'no_free' does not hold: title is 'free tyre'."]}]
            [5,"e-bike",15.50,{"fill":["title"]}]
            """,
            text);
    }

    [Fact]
    public void Axes_of_ours_stand_behind_the_known_cells() => Assert.Equal(
        """
        Fill 1 row.
        ["id","kind","price","manner","extent","angle"]
        [3,"e-bike",13.50,"blunt","long","effect"]
        """,
        new TablePrompt(Table).WriteSlots([SlotAsk.Of(new SlotState(Shop.Slot(Table, 3)))]));

    [Theory]
    [InlineData("0.5", "0.5")]
    [InlineData("1e3", "1e3")]
    [InlineData("007", "\"007\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("half a kilo", "\"half a kilo\"")]
    [InlineData("1 2", "\"1 2\"")]
    [InlineData("", "\"\"")]
    public void What_stays_is_written_as_an_answer_would_where_that_is_possible(string have, string written)
    {
        SlotAsk ask = SlotAsk.Of(new SlotState(Shop.Slot(Table, 4))) with { Columns = [0], Have = [null, have] };
        Assert.Contains($"\"have\":{{\"weight\":{written}}}", new TablePrompt(Table).WriteSlots([ask]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wire_schema_is_flat_and_strict() => Assert.Equal(
        """{"type":"object","properties":{"rows":{"type":"array","items":{"type":"array","items":{"type":["string","number","boolean","null"]}}}},"required":["rows"],"additionalProperties":false}""",
        WireSchema.Rows.GetRawText());

    [Fact]
    public void A_column_called_id_gets_another_name_on_the_wire() =>
        Assert.Equal(["id__", "id_"], new TablePrompt(Shop.Products(Shop.Column("id", "An id."), Shop.Column("id_", "Another."))).Columns);

    [Fact]
    public async Task All_calls_of_a_table_begin_with_the_same_bytes()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new SimulatedProvider.Fault.Truncated(3), new SimulatedProvider.Fault.Refuses("No."));

        await bench.RunAsync(Table, 150);

        Assert.Single(bench.Server.Requests.Select(request => request.System).Distinct());
        Assert.All(bench.Server.Requests, request => Assert.StartsWith("""{"messages":[{"role":"system",""", request.Body.Replace("\"temperature\":1,", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
