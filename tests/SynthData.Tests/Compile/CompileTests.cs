using System.Text.Json;
using SynthData.Knowledge;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Compile;

/// <summary><c>synthdata compile</c> from the schema to rows made of what it wrote.</summary>
public class CompileTests
{
    [Fact]
    public async Task What_a_model_writes_once_fills_the_rows_without_it()
    {
        await using CompileBench bench = await CompileBench.StartAsync();

        CommandLine run = await bench.CompileAsync();
        int calls = bench.Server.Calls;
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(calls, bench.Server.Calls);
        KnowledgeColumn column = Assert.Single(bench.Read().Columns);
        Assert.Equal("letters.[subject, body]", column.Key);
        Assert.Equal(["topic", "mood"], column.Given.Select(name => name.Text));
        Assert.All(column.Pools.SelectMany(pool => pool.Entries), entry => Assert.Equal((KnowledgeAuthor.Model, 8), (entry.By, entry.Id!.Length)));
        Assert.Equal("knowledge", bench.Model.ReadManifest("made").Tables.Single().Columns.Single(one => one.Name == "body").Source);
        Assert.True(ModelBench.Count($"(SELECT DISTINCT body FROM {bench.Model.Csv("made", "letters")})") >= 390);
    }

    [Fact]
    public async Task Each_frequent_combination_has_a_pool_and_there_is_one_for_all_other_rows()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();

        KnowledgeColumn column = Assert.Single(bench.Read().Columns);
        Assert.Equal(
            ["mood: calm, topic: repair", "mood: cross, topic: repair", "topic: order", "topic: praise", ""], column.Pools.Select(pool => pool.Name));
        Assert.All(column.Pools, pool => Assert.True(pool.Entries.Length >= 4));
        Assert.Contains(column.Pools.SelectMany(pool => pool.Entries), entry => entry.Texts[1].Written.Contains("{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_asks_nothing_and_leaves_the_file()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        string before = bench.Text;
        int calls = bench.Server.Calls;

        JsonElement result = (await bench.CompileAsync("--json")).Json().GetProperty("result");

        Assert.Equal((before, calls), (bench.Text, bench.Server.Calls));
        Assert.False(result.GetProperty("written").GetBoolean());
        JsonElement group = Assert.Single(result.GetProperty("groups").EnumerateArray());
        Assert.Equal(group.GetProperty("wanted").GetInt32(), group.GetProperty("kept").GetInt32());
    }

    [Fact]
    public async Task Check_says_offline_whether_the_file_covers_the_schema()
    {
        await using CompileBench bench = await CompileBench.StartAsync();

        CommandLine none = await CommandLine.RunAsync("compile", bench.Schema, "--check");
        await bench.CompileAsync();
        CommandLine whole = await CommandLine.RunAsync("compile", bench.Schema, "--check", "--json");
        bench.Write(CompileBench.Letters.Replace("topic: { values: { repair: 60,", "topic: { values: { repair: 60, refund: 40,", StringComparison.Ordinal)
            .Replace("values: { repair: [cross", "values: { refund: [cross], repair: [cross", StringComparison.Ordinal).Replace("{ repair: 60", "{ refund: 40, repair: 60", StringComparison.Ordinal));
        CommandLine category = await CommandLine.RunAsync("compile", bench.Schema, "--check");
        bench.Write(CompileBench.Letters.Replace("Subject of a {mood}", "Title of a {mood}", StringComparison.Ordinal));
        CommandLine prompt = await CommandLine.RunAsync("compile", bench.Schema, "--check");

        Assert.Equal((1, 0, 1, 1), (none.ExitCode, whole.ExitCode, category.ExitCode, prompt.ExitCode));
        Assert.Contains("SD7105: The knowledge of 'letters.[subject, body]' is not there.", none.Error, StringComparison.Ordinal);
        Assert.True(whole.Json().GetProperty("result").GetProperty("covers").GetBoolean());
        Assert.Contains("has nothing for topic: refund", category.Error, StringComparison.Ordinal);
        Assert.Contains("was compiled for prompts that have changed", prompt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_category_asks_for_its_pool_and_no_more()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        string[] before = [.. bench.Read().Columns[0].Pools.SelectMany(pool => pool.Entries).Select(entry => entry.Id!)];
        await bench.Model.RestartAsync();
        bench.Write(CompileBench.Letters.Replace("{ repair: 60", "{ refund: 10, repair: 60", StringComparison.Ordinal)
            .Replace("values: { repair: [cross", "values: { refund: [cross], repair: [cross", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(bench.Server.Requests.SelectMany(request => request.Slots), slot => Assert.Contains("refund", slot.Line, StringComparison.Ordinal));
        KnowledgeColumn column = Assert.Single(bench.Read().Columns);
        Assert.Subset(column.Pools.SelectMany(pool => pool.Entries).Select(entry => entry.Id!).ToHashSet(), before.ToHashSet());
        Assert.Contains(column.Pools, pool => pool.Name == "topic: refund");
    }

    [Fact]
    public async Task Combinations_that_cross_the_line_when_shares_move_take_the_pool_that_served_them()
    {
        string schema = CompileBench.Letters.Replace("order: [calm]", "order: [cross, calm]", StringComparison.Ordinal);
        await using CompileBench bench = await CompileBench.StartAsync(schema: Shares(94, 6));
        await bench.CompileAsync();
        string before = bench.Text;
        await bench.Model.RestartAsync();
        bench.Write(Shares(92, 8));

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("topic: order }", before, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Server.Requests.SelectMany(request => request.Slots), slot => slot.Line.Contains("order", StringComparison.Ordinal));
        Assert.Equal(0, (await CommandLine.RunAsync("compile", bench.Schema, "--check")).ExitCode);

        string Shares(int repair, int order) => schema.Replace("{ repair: 60, order: 30, praise: 10 }", $"{{ repair: {repair}, order: {order}, praise: 0 }}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hand_changed_stays_when_the_prompt_changes()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        KnowledgeEntry first = bench.Read().Columns[0].Pools[0].Entries[0];
        KnowledgeEntry second = bench.Read().Columns[0].Pools[0].Entries[1];
        string edited = bench.Text.Replace(first.Texts[0].Written, "Changed by hand", StringComparison.Ordinal)
            .Replace("columns:\n", "columns:\n  # Mine.\n", StringComparison.Ordinal);
        File.WriteAllText(bench.File, edited);
        bench.Write(CompileBench.Letters.Replace("Subject of a {mood}", "Title of a {mood}", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        KnowledgeEntry[] entries = [.. bench.Read().Columns[0].Pools.SelectMany(pool => pool.Entries)];
        Assert.Contains(entries, entry => entry.Texts[0].Written == "Changed by hand" && entry.Texts[1].Written == first.Texts[1].Written);
        Assert.DoesNotContain(entries, entry => entry.Texts[0].Written == second.Texts[0].Written);
    }

    [Fact]
    public async Task What_the_schema_no_longer_has_is_told_and_pruned_when_asked()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        bench.Write(CompileBench.Letters.Replace(", praise: 10", "", StringComparison.Ordinal).Replace(", praise: [glad]", "", StringComparison.Ordinal));

        CommandLine told = await bench.CompileAsync();
        CommandLine pruned = await bench.CompileAsync("--prune");
        CommandLine check = await CommandLine.RunAsync("compile", bench.Schema, "--check");

        Assert.Contains("warning SD7103: The file speaks of 'topic: praise', but 'topic' has no such value.", told.Error, StringComparison.Ordinal);
        Assert.True(pruned.ExitCode == 0, pruned.Error);
        Assert.DoesNotContain("praise", bench.Text, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public async Task A_schema_without_a_prompt_has_nothing_to_compile()
    {
        await using CompileBench bench = await CompileBench.StartAsync(schema: """
            synthdata: 1
            name: letters
            tables:
              letters: { rows: 3, columns: { id: { sequence: 1 } } }
            """);

        (await bench.CompileAsync()).AssertRefused(3, "SD7104", "'letters'");
    }

    [Fact]
    public async Task A_column_of_a_type_without_knowledge_is_told_and_the_others_are_written()
    {
        await using CompileBench bench = await CompileBench.StartAsync(schema: CompileBench.Letters.Replace("rules:", "  stamp: { prompt: Any, type: uuid }\n    rules:", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("SD7102: Column 'letters.stamp' has type uuid", run.Error, StringComparison.Ordinal);
        Assert.Equal("letters.[subject, body]", Assert.Single(bench.Read().Columns).Key);
    }

    [Fact]
    public async Task A_model_has_to_be_named_unless_the_file_is_only_checked()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        (await CommandLine.RunAsync("compile", bench.Schema)).AssertRefused(2, "SD8117", "--model");
    }

    [Fact]
    public async Task Plan_tells_what_would_be_asked_and_calls_no_model()
    {
        await using CompileBench bench = await CompileBench.StartAsync();

        CommandLine words = await CommandLine.RunAsync("plan", bench.Schema, "--model", "openai/gpt-4o");
        JsonElement compile = (await CommandLine.RunAsync("plan", bench.Schema, "--model", "openai/gpt-4o", "--json")).Json().GetProperty("result").GetProperty("compile");
        CommandLine run = await bench.CompileAsync("--json");

        Assert.Contains("asked once for all rows ('synthdata compile'):", words.Output, StringComparison.Ordinal);
        int wanted = compile.GetProperty("groups")[0].GetProperty("wanted").GetInt32();
        Assert.Equal(wanted, run.Json().GetProperty("result").GetProperty("groups")[0].GetProperty("written").GetInt32());
        Assert.Equal(bench.Server.Calls, compile.GetProperty("calls").GetInt32());
    }

    [Fact]
    public async Task An_interrupted_compilation_goes_on_from_its_journal()
    {
        await using CompileBench bench = await CompileBench.StartAsync();

        CommandLine stopped = await bench.CompileAsync("--max-calls", "3");
        bool isThere = File.Exists(bench.File);
        CommandLine run = await bench.CompileAsync();
        int calls = bench.Server.Calls;
        string text = bench.Text;
        File.Delete(bench.File);
        CommandLine replayed = await bench.CompileAsync("--replay");

        Assert.Equal((4, false), (stopped.ExitCode, isThere));
        Assert.Contains("SD4211", stopped.Error, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(0, replayed.ExitCode);
        Assert.Equal((calls, text), (bench.Server.Calls, bench.Text));
        Assert.Equal(calls, bench.Server.Requests.Select(request => request.User).Distinct().Count());
    }

    [Fact]
    public async Task A_journal_serves_compile_and_generate_side_by_side()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();

        CommandLine rows = await bench.Model.GenerateAsync(bench.Schema, "rows", "--text", "row", "--rows", "20");

        Assert.True(rows.ExitCode == 0, rows.Error);
        Assert.DoesNotContain("SD5907", rows.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hand_wrote_alone_is_left_as_it_is_and_the_rest_is_compiled()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        const string Mine = "synthdata-knowledge: 1\n\n# Mine.\ncolumns:\n  letters.subject:   # by heart\n    given: [ topic ]\n    pools:\n      - entries: [ 'A letter about {topic}' ]\n";
        File.WriteAllText(bench.File, Mine);

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.StartsWith(Mine, bench.Text, StringComparison.Ordinal);
        Assert.Equal(["letters.subject", "letters.body"], bench.Read().Columns.Select(column => column.Key));
    }

    [Fact]
    public async Task A_column_from_a_pack_is_left_to_it()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        File.WriteAllText(bench.File, "synthdata-knowledge: 1\ncolumns:\n  letters.subject: { pack: company-descriptions, column: description }\n");

        CommandLine run = await bench.CompileAsync();

        Assert.Contains("from a pack", run.Error, StringComparison.Ordinal);
        Assert.Contains("letters.subject: { pack: company-descriptions, column: description }\n  letters.body:", bench.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unique_texts_name_no_columns_and_are_enough_for_all_rows()
    {
        await using CompileBench bench = await CompileBench.StartAsync(
            schema: CompileBench.Letters.Replace("about {topic}.', length: [5, 200] }", "about {topic}.', length: [5, 60], unique: true }", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(400, ModelBench.Count($"(SELECT DISTINCT subject FROM {bench.Model.Csv("made", "letters")})"));
        KnowledgeEntry[] entries = [.. bench.Read().Columns[0].Pools.SelectMany(pool => pool.Entries)];
        Assert.DoesNotContain(entries, entry => entry.Texts[0].Written.Contains("{name}", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Texts[1].Written.Contains("{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expansions_keep_to_the_length_of_their_column()
    {
        await using CompileBench bench = await CompileBench.StartAsync(
            schema: CompileBench.Letters.Replace("length: [20, 900]", "length: [150, 320]", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Equal(0, ModelBench.Count($"{bench.Model.Csv("made", "letters")} WHERE length(body) NOT BETWEEN 150 AND 320"));
        Assert.Empty(bench.Model.ReadManifest("made").Tables.Single().Rejected);
    }

    [Fact]
    public async Task A_place_that_may_be_empty_is_not_named()
    {
        await using CompileBench bench = await CompileBench.StartAsync(
            schema: CompileBench.Letters.Replace("{ semantic: person.first_name }", "{ semantic: person.first_name, nulls: 20% }", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.All(bench.Server.Requests, request => Assert.Contains("- Never {name}:", request.System, StringComparison.Ordinal));
        Assert.DoesNotContain("{name}", bench.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_file_is_pruned_and_checked_without_a_model()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();

        CommandLine pruned = await CommandLine.RunAsync("compile", bench.Schema, "--prune");
        bench.Write("""
            synthdata: 1
            name: letters
            tables:
              letters: { rows: 3, columns: { id: { sequence: 1 } } }
            """);
        CommandLine none = await CommandLine.RunAsync("compile", bench.Schema, "--check");

        Assert.Equal((0, 0), (pruned.ExitCode, none.ExitCode));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_5_and_nothing_is_paid_twice()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        Directory.CreateDirectory(bench.File);

        CommandLine refused = await bench.CompileAsync();
        int calls = bench.Server.Calls;
        Directory.Delete(bench.File);
        CommandLine run = await bench.CompileAsync();

        Assert.Equal((5, 0), (refused.ExitCode, run.ExitCode));
        Assert.Contains(bench.File, refused.Error, StringComparison.Ordinal);
        Assert.Equal(calls, bench.Server.Calls);
    }

    [Fact]
    public async Task A_group_that_lost_a_column_is_taken_apart_when_pruned()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        string before = bench.Text;
        bench.Write(string.Join('\n', CompileBench.Letters.Split('\n').Where(line => !line.Contains("subject:", StringComparison.Ordinal))));

        CommandLine told = await bench.CompileAsync();
        bool isSame = bench.Text == before;
        CommandLine pruned = await bench.CompileAsync("--prune");
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"), "--text", "knowledge");

        Assert.Contains("SD7103: The file speaks of 'letters.[subject, body]', but table 'letters' has no column 'subject'.", told.Error, StringComparison.Ordinal);
        Assert.True(isSame);
        Assert.True(pruned.ExitCode == 0, pruned.Error);
        Assert.Equal("letters.body", Assert.Single(bench.Read().Columns).Key);
        Assert.True(made.ExitCode == 0, made.Error);
    }

    [Fact]
    public async Task A_condition_that_the_schema_no_longer_has_goes_with_the_prompt_that_named_it()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        bench.Write(string.Join('\n', CompileBench.Letters.Replace(" {mood}", "", StringComparison.Ordinal).Split('\n').Where(line => !line.Contains("mood:", StringComparison.Ordinal))));

        CommandLine run = await bench.CompileAsync("--prune");
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"), "--text", "knowledge");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain("mood", bench.Text, StringComparison.Ordinal);
        Assert.True(made.ExitCode == 0, made.Error);
    }

    [Fact]
    public async Task A_text_that_became_a_number_is_asked_for_as_one()
    {
        await using CompileBench bench = await CompileBench.StartAsync(schema: CompileBench.Letters.Replace("rules:", "  note: { prompt: 'Note on {topic}.' }\n    rules:", StringComparison.Ordinal));
        File.WriteAllText(bench.File, "synthdata-knowledge: 1\ncolumns:\n  letters.note:\n    fingerprint: 0000000000000000\n    pools:\n      - entries: [ { id: x, by: model, text: Old } ]\n");
        await bench.CompileAsync();
        bench.Write(CompileBench.Letters.Replace("rules:", "  note: { prompt: 'Pages about {topic}.', type: int32 }\n    rules:", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(bench.Read().Find("letters", "note")!.Pools, pool => Assert.NotNull(pool.Draw));
    }

    [Fact]
    public async Task What_a_hand_wrote_and_does_not_cover_is_told()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        File.WriteAllText(bench.File, "synthdata-knowledge: 1\ncolumns:\n  letters.[subject, body]:\n    given: [topic]\n    pools:\n      - { when: { topic: order }, entries: [ { text: { subject: An order, body: It is about an order. } } ] }\n");

        CommandLine run = await bench.CompileAsync();

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("SD7024", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, bench.Server.Calls);
    }

    [Fact]
    public async Task A_file_that_is_changed_meanwhile_is_left_and_the_answers_are_kept()
    {
        const string Mine = "synthdata-knowledge: 1\ncolumns:\n  letters.subject:\n    pools:\n      - entries: [Mine]\n";
        string? path = null;
        await using CompileBench bench = await CompileBench.StartAsync(_ =>
        {
            File.WriteAllText(path!, Mine);
            return null;
        });
        path = bench.File;

        CommandLine changed = await bench.CompileAsync();
        string left = bench.Text;
        File.Delete(path);
        await bench.Model.RestartAsync();
        CommandLine run = await bench.CompileAsync();

        Assert.Equal(3, changed.ExitCode);
        Assert.Contains("error SD7106: ", changed.Error, StringComparison.Ordinal);
        Assert.Equal(Mine, left);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(0, bench.Server.Calls);
    }
}
