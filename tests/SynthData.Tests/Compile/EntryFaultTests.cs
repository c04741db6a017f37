using System.Text.Json;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Compile;

/// <summary>What is wrong with an entry is told to the model, which is asked again; what stays wrong is left out.</summary>
public class EntryFaultTests
{
    [Theory]
    [InlineData("SD7111", "A {broken text of {two|three} kinds", "a '{' is not closed")]
    [InlineData("SD7112", "The {colour} {one|two|three} {four|five|six} is not there", "a text may name mood, name, topic")]
    [InlineData("SD7112", "The {list:thing} {one|two|three} {four|five|six} is not there", "there are no lists")]
    [InlineData("SD7112", "{mood: cross=No|calm=Yes} {one|two|three} {four|five|six} and so on", "variants by a column end with 'else=…'")]
    [InlineData("SD7113", "Always the same {sad|happy} letter comes", "reads 2 ways; at least 6 are needed")]
    [InlineData("SD7114", "{A|B|C|D} {e|f|g|h|}", "comes to 2 to 3 characters")]
    [InlineData("SD7116", "{Письмо|Заметка|Жалоба} пришло {вчера|сегодня|утром} вечером", "is written in Cyrillic letters, and the language is en-US")]
    [InlineData("SD4001", "A {forbidden|forbidden|forbidden} {one|two|three} thing is here", "Rule 'not_rude' does not hold")]
    public async Task A_wrong_text_is_sent_back_with_its_reason(string code, string text, string told)
    {
        await using CompileBench bench = await CompileBench.StartAsync(request => request.User.Contains("\"wrong\"", StringComparison.Ordinal)
            ? null
            : new Fault.Writes((slot, column) => slot.Id == 3 && column == "body" ? JsonSerializer.Serialize(text) : null));

        CommandLine run = await bench.CompileAsync("--json");

        Assert.True(run.ExitCode == 0, run.Output);
        RecordedRequest again = Assert.Single(bench.Server.Requests, request => request.User.Contains("\"wrong\"", StringComparison.Ordinal));
        Assert.Contains(told, again.User, StringComparison.Ordinal);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(text, bench.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_the_file_has_is_not_taken_twice()
    {
        await using CompileBench bench = await CompileBench.StartAsync();
        await bench.CompileAsync();
        string known = bench.Read().Columns[0].Pools[0].Entries[0].Texts[1].Written;
        int before = bench.Read().Columns[0].Pools[0].Entries.Length;
        await bench.Model.RestartAsync(request => request.User.Contains("\"wrong\"", StringComparison.Ordinal)
            ? null
            : new Fault.Writes((_, column) => column == "body" ? JsonSerializer.Serialize(known) : null));

        CommandLine run = await bench.CompileAsync("--distinct", "6000", "--json");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("SD7115", run.Output, StringComparison.Ordinal);
        string[] bodies = [.. bench.Read().Columns[0].Pools.SelectMany(pool => pool.Entries).Select(entry => entry.Texts[1].Written)];
        Assert.True(bench.Read().Columns[0].Pools[0].Entries.Length > before);
        Assert.Equal(bodies.Length, bodies.Distinct().Count());
    }

    [Fact]
    public async Task A_model_that_refuses_one_category_leaves_the_others()
    {
        await using CompileBench bench = await CompileBench.StartAsync(request =>
            new Fault.Writes((slot, _) => slot.Line.Contains("praise", StringComparison.Ordinal) ? "\"I cannot help with that.\"" : null));

        CommandLine run = await bench.CompileAsync();
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"));

        Assert.Equal(4, run.ExitCode);
        Assert.DoesNotContain("fallback", run.Error, StringComparison.Ordinal);
        Assert.Matches("error SD7101: 'letters.\\[subject, body\\]' has 0 of the [0-9]+ entries wanted for topic: praise; most were sent back for (body|subject) \\(SD7113\\)", run.Error);
        Assert.Equal(["mood: calm, topic: repair", "mood: cross, topic: repair", "topic: order", ""], bench.Read().Columns[0].Pools.Select(pool => pool.Name));
        Assert.True(made.ExitCode == 0, made.Error);
    }

    [Fact]
    public async Task A_model_that_talks_nonsense_writes_nothing_and_is_4()
    {
        await using CompileBench bench = await CompileBench.StartAsync(_ => new Fault.Says("Lorem ipsum dolor sit amet."));

        CommandLine run = await bench.CompileAsync();

        Assert.Equal(4, run.ExitCode);
        Assert.False(File.Exists(bench.File));
        Assert.Contains("SD7101", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_repeats_itself_is_asked_for_other_texts()
    {
        await using CompileBench bench = await CompileBench.StartAsync(request => request.User.Contains("\"wrong\"", StringComparison.Ordinal)
            ? null
            : new Fault.Writes((_, column) => column == "body" ? "\"{My|Our|The} {table|chair|bed} is {broken|too small|late}, {please|kindly} do something.\"" : null));

        CommandLine run = await bench.CompileAsync("--json");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("SD4204", run.Output, StringComparison.Ordinal);
        string[] bodies = [.. bench.Read().Columns[0].Pools.SelectMany(pool => pool.Entries).Select(entry => entry.Texts[1].Written)];
        Assert.Equal(bodies.Length, bodies.Distinct().Count());
    }
}
