using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Sources.Model;

public class PromptEngineTests
{
    [Fact]
    public async Task Answers_every_slot_in_order_over_several_waves()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable table = Shop.Products(Shop.Title, Shop.Blurb);

        Run run = await bench.RunAsync(table, 150, bench.Options(concurrency: 4));

        Assert.Equal(9, bench.Server.Calls);                        // 4 + 4 + 1
        Assert.All(run.Answers, answer => Assert.All(answer.Cells, Assert.NotNull));
        Assert.Equal(150, Shop.Texts(run.Answers).Distinct().Count());
        Assert.Equal(("openai/sim", 9L), (run.Engine.Totals.Name, run.Engine.Totals.Calls));
        Assert.True(run.Engine.Totals is { TokensIn: > 0, TokensOut: > 0 });
        Assert.Empty(run.Engine.Rejected);
    }

    [Fact]
    public async Task Gives_the_same_rows_whatever_the_concurrency()
    {
        static Fault? Script(RecordedRequest request) => request.Slots[0].Id % 3 == 0 && !request.User.Contains("wrong", StringComparison.Ordinal)
            ? new Fault.Cells("title", "\"the same\"")
            : null;
        await using EngineBench one = await EngineBench.StartAsync(Script);
        await using EngineBench eight = await EngineBench.StartAsync(Script);
        PromptTable table = Shop.Products(Shop.Title);

        Run a = await one.RunAsync(table, 200, one.Options(concurrency: 1));
        Run b = await eight.RunAsync(table, 200, eight.Options(concurrency: 8));

        Assert.Equal(Shop.Texts(a.Answers), Shop.Texts(b.Answers));
        Assert.Equal(a.Engine.Totals, b.Engine.Totals);
        Assert.Equal("the same", a.Answers[0].Cells[0]);
        Assert.Single(a.Answers, answer => answer.Cells[0] == "the same");
        Assert.Equal(a.RejectedBy("SD4204", "title"), b.RejectedBy("SD4204", "title"));
    }

    [Theory]
    [MemberData(nameof(HarmlessShapes))]
    public async Task Reads_rows_in_any_wrapping_without_asking_again(Fault fault)
    {
        await using EngineBench bench = await EngineBench.StartAsync(fault);

        Run run = await bench.RunAsync(Shop.Products(), 10);

        Assert.Equal(1, bench.Server.Calls);
        Assert.Equal(10, Shop.Texts(run.Answers).Distinct().Count());
    }

    public static TheoryData<Fault> HarmlessShapes => [new Fault.Fenced(), new Fault.BareArray(), new Fault.Lines(), new Fault.Objects()];

    [Fact]
    public async Task Keeps_the_whole_rows_of_a_truncated_answer_and_asks_for_the_rest_in_smaller_calls()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Truncated(5));

        Run run = await bench.RunAsync(Shop.Products(), 16);

        Assert.Equal([16, 8, 3], bench.Server.Requests.Select(request => request.Slots.Count));
        Assert.Equal(5, bench.Server.Requests[1].Slots[0].Id);
        Assert.Equal(11, run.RejectedBy("SD6011", "row"));
    }

    [Fact]
    public async Task Asks_for_fewer_rows_from_the_second_wave_after_a_truncated_one()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Slots[0].Id == 0 && request.Slots.Count == 8 ? new Fault.Truncated(8) : null);

        await bench.RunAsync(Shop.Products(), 32, bench.Options(rowsPerCall: 8, waveSize: 8));

        ILookup<long, int> sizes = bench.Server.Requests.ToLookup(request => request.Slots[0].Id / 8, request => request.Slots.Count);
        Assert.Equal([8], sizes[1]);
        Assert.Equal([4, 4], sizes[2]);
    }

    [Fact]
    public async Task Comes_down_to_one_row_a_call_where_the_model_can_take_no_more()
    {
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Slots.Count > 1 ? new Fault.Truncated(0) : null);

        Run run = await bench.RunAsync(Shop.Products(), 32, bench.Options(waveSize: 16));

        Assert.Equal([16, 8, 8, 4, 4, 4, 4], bench.Server.Requests.Where(request => request.Slots[0].Id < 16).Take(7).Select(request => request.Slots.Count));
        Assert.Equal(32, run.Answers.Count);
    }

    [Fact]
    public async Task Gives_up_on_a_row_that_is_too_long_alone_or_whose_connection_always_breaks()
    {
        await using EngineBench cut = await EngineBench.StartAsync(_ => new Fault.Truncated(0));
        GenerationException tooLong = await Assert.ThrowsAsync<GenerationException>(() => cut.RunAsync(Shop.Products(), 1));
        Assert.Equal("SD6008", tooLong.Diagnostic.Code);
        Assert.Equal(4, cut.Server.Calls);

        await using EngineBench broken = await EngineBench.StartAsync(_ => new Fault.ResetMidBody(0));
        await Assert.ThrowsAsync<GenerationException>(() => broken.RunAsync(Shop.Products(), 1));
        Assert.Equal(12, broken.Server.Calls);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_waves_overlap_and_no_third_begins_before_the_first_has_ended()
    {
        // The first wave's last call is answered once one of the second wave has come.
        var second = new TaskCompletionSource();
        await using EngineBench bench = await EngineBench.StartAsync(
            _ => null,
            async (request, _) =>
            {
                long slot = request.Slots[0].Id;
                if (slot >= 64)
                    second.TrySetResult();
                if (slot == 48)
                    await second.Task.WaitAsync(TestContext.Current.CancellationToken);
            });

        await bench.RunAsync(Shop.Products(), 300, bench.Options(concurrency: 2));

        int[] waves = [.. bench.Server.Requests.Select(request => request.Slots[0].Id switch { < 64 => 0, < 128 => 1, < 256 => 2, _ => 3 })];
        Assert.True(Array.IndexOf(waves, 2) > Array.LastIndexOf(waves, 0));
        Assert.True(Array.IndexOf(waves, 3) > Array.LastIndexOf(waves, 1));
    }

    [Fact]
    public async Task Keeps_the_whole_rows_of_a_broken_answer()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.ResetMidBody(6));

        Run run = await bench.RunAsync(Shop.Products(), 16);

        Assert.Equal([16, 10], bench.Server.Requests.Select(request => request.Slots.Count));
        Assert.Contains("\"end\":\"broken\"", await File.ReadAllTextAsync(bench.JournalPath, EngineBench.Token), StringComparison.Ordinal);
        Assert.Equal(10, run.RejectedBy("SD6011", "row"));
    }

    [Fact]
    public async Task Cuts_an_answer_that_falls_silent_and_keeps_its_rows()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Stall(6));

        await bench.RunAsync(Shop.Products(), 16);

        Assert.Equal([16, 10], bench.Server.Requests.Select(request => request.Slots.Count));
        Assert.Contains("\"end\":\"cut\"", await File.ReadAllTextAsync(bench.JournalPath, EngineBench.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_only_for_the_slots_a_reply_left_out()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Missing(2));

        Run run = await bench.RunAsync(Shop.Products(), 16);

        Assert.Equal([14, 15], bench.Server.Requests[1].Slots.Select(slot => slot.Id));
        Assert.Equal(2, run.RejectedBy("SD6011", "row"));
    }

    [Fact]
    public async Task Drops_and_counts_rows_nobody_asked_for_and_rows_answered_twice()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Extra(), new Fault.Duplicate());

        Run run = await bench.RunAsync(Shop.Products(), 32);

        Assert.Equal(2, bench.Server.Calls);
        Assert.Equal((1, 1), (run.RejectedBy("SD6012", "id"), run.RejectedBy("SD6013", "id")));
    }

    [Fact]
    public async Task Asks_again_for_cells_of_the_wrong_type_naming_value_and_type()
    {
        PromptColumn weight = Shop.Column("weight", "Weight of a {kind} in grams.", new ColumnType(ColumnKind.Int32));
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Cells("weight", "\"heavy\""));

        Run run = await bench.RunAsync(Shop.Products(Shop.Title, weight), 3);

        AskedSlot again = bench.Server.Requests[1].Slots[0];
        Assert.Equal(["weight"], again.Fill);
        Assert.Contains("Column 'weight' got 'heavy'; wanted is: whole number.", again.Line, StringComparison.Ordinal);
        Assert.Contains($"\"have\":{{\"title\":\"{run.Answers[0].Cells[0]}\"}}", again.Line, StringComparison.Ordinal);
        Assert.Equal(3, run.RejectedBy("SD4202", "weight"));
    }

    [Fact]
    public async Task Rounds_decimals_to_their_scale_and_cuts_blanks_before_the_length_counts()
    {
        PromptColumn cost = Shop.Column("cost", "Cost of a {kind}.", ColumnType.Decimal(2));
        PromptColumn code = Shop.Column("code", "Code of a {kind}.", length: Shop.Length(3, 3));
        await using EngineBench bench = await EngineBench.StartAsync(
            request => request.Slots.Count == 2 ? new Fault.Cells("cost", "2.345") : new Fault.Cells("code", "\" abc \""));

        Run run = await bench.RunAsync(Shop.Products(cost, code), 3, bench.Options(rowsPerCall: 2));

        Assert.Equal("2.35", run.Answers[0].Cells[0]);
        Assert.Equal("abc", run.Answers[2].Cells[1]);
        Assert.Equal(2, bench.Server.Calls);
    }

    [Fact]
    public async Task Asks_again_for_texts_too_long_and_for_empty_ones()
    {
        PromptColumn code = Shop.Column("code", "Code of a {kind}.", length: Shop.Length(3, 10));
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Cells("code", "\"much too long a code\""), new Fault.Cells("code", "null"));

        Run run = await bench.RunAsync(Shop.Products(code), 2);

        Assert.Equal(3, bench.Server.Calls);
        Assert.Equal((2, 2), (run.RejectedBy("SD4203", "code"), run.RejectedBy("SD4205", "code")));
    }

    [Fact]
    public async Task Asks_again_for_rows_that_break_a_rule_and_leaves_the_right_ones_alone()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        int[] broken = [3, 7];

        Run run = await bench.RunAsync(
            Shop.Products(Shop.Title, Shop.Blurb), 16,
            rule: answer => broken.Contains((int)answer.RowIndex) && bench.Server.Calls == 1
                ? new PromptViolation(answer.RowIndex, "SD4001", "no_free", $"Rule 'no_free' does not hold: title is '{answer.Cells[0]}'. Write nothing free.", ["title"])
                : null);

        Assert.Equal([3, 7], bench.Server.Requests[1].Slots.Select(slot => slot.Id));
        Assert.Equal(["title"], bench.Server.Requests[1].Slots[0].Fill);
        Assert.Contains("Rule 'no_free' does not hold: title is '", bench.Server.Requests[1].Slots[0].Line, StringComparison.Ordinal);
        Assert.Equal(2, run.RejectedBy("SD4001", "no_free"));
    }

    [Fact]
    public async Task Gives_a_unique_value_to_the_lowest_row_and_asks_the_others_again()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Cells("title", "\"Only one\""));

        Run run = await bench.RunAsync(Shop.Products(), 8);

        Assert.Equal("Only one", run.Answers[0].Cells[0]);
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], bench.Server.Requests[1].Slots.Select(slot => slot.Id));
        Assert.Equal(7, run.RejectedBy("SD4204", "title"));
    }

    [Fact]
    public async Task Rewords_once_after_a_refusal()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Says("I'm sorry, I can't help with that."), new Fault.Refuses("No."));

        Run run = await bench.RunAsync(Shop.Products(), 4);

        Assert.DoesNotContain("describe nobody", bench.Server.Requests[0].User, StringComparison.Ordinal);
        Assert.Contains("describe nobody", bench.Server.Requests[1].User, StringComparison.Ordinal);
        Assert.Equal(3, bench.Server.Calls);
        Assert.Equal(8, run.RejectedBy("SD6014", "row"));
    }

    [Fact]
    public async Task Asks_nothing_for_slots_whose_cells_are_all_null()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable table = Shop.Products(Shop.Title, Shop.Blurb);
        var rows = new FakeRows(index => Shop.Slot(table, index) with { IsAsked = [index == 1, index == 2] });

        Run run = await bench.RunAsync(table, 4, rows: rows);

        Assert.Equal([1, 2], bench.Server.Requests[0].Slots.Select(slot => slot.Id));
        Assert.Equal([["title"], ["blurb"]], bench.Server.Requests[0].Slots.Select(slot => slot.Fill));
        Assert.Equal([null, "x", null, null], run.Answers.Select(answer => answer.Cells[0] is null ? null : "x"));
        Assert.Equal([null, null, "x", null], run.Answers.Select(answer => answer.Cells[1] is null ? null : "x"));
    }

    [Fact]
    public async Task Rows_that_need_no_answer_are_right_though_none_of_their_neighbours_needs_one()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable table = Shop.Products(Shop.Title);

        Run run = await bench.RunAsync(table, 200, rows: new FakeRows(index => Shop.Slot(table, index) with { IsAsked = [index >= 192] }));

        Assert.Equal(8, run.Answers.Count(answer => answer.Cells[0] is not null));
        Assert.Equal(1, bench.Server.Calls);
    }

    [Fact]
    public async Task Ends_with_the_rule_and_examples_when_rows_stay_wrong()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Cells("title", "\"free tyre\""));

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(
            Shop.Products(Shop.Column("title", "Title.")), 3,
            rule: answer => new PromptViolation(answer.RowIndex, "SD4001", "no_free", $"title is '{answer.Cells[0]}'.", ["title"])));

        Assert.Equal("SD4201", exception.Diagnostic.Code);
        Assert.Equal(4, bench.Server.Calls);
        Assert.Contains("'no_free', in 3 of them. Row 0: title is 'free tyre'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_a_rule_is_broken_that_no_asked_cell_can_mend()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable table = Shop.Products();
        var rows = new FakeRows(
            index => Shop.Slot(table, index) with { IsAsked = [index != 1] },
            answer => answer.RowIndex == 1 ? new PromptViolation(1, "SD4001", "no_free", "title is null.", ["title"]) : null);

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(table, 3, rows: rows));

        Assert.Equal("SD4201", exception.Diagnostic.Code);
    }

    [Fact]
    public async Task Ends_with_a_plain_word_when_a_model_only_talks_nonsense()
    {
        await using EngineBench bench = await EngineBench.StartAsync(_ => new Fault.Says("Bicycles are {wonderful} [things]. {\"id\": oops"));

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.RunAsync(Shop.Products(), 100));

        Assert.Equal("SD6008", exception.Diagnostic.Code);
        Assert.Contains("openai/sim gave no usable answer for 64 rows of table 'products' after 4 asks each", exception.Message, StringComparison.Ordinal);
        Assert.Contains(bench.JournalPath, exception.Message, StringComparison.Ordinal);
    }
}
