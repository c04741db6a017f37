using SynthData.Cli;
using SynthData.Diagnostics;

namespace SynthData.Tests.Cli;

public class FailureTests
{
    private static readonly CancellationToken NotInterrupted = CancellationToken.None;

    [Theory]
    [InlineData("SD1004", 3)]
    [InlineData("SD2011", 3)]
    [InlineData("SD3001", 3)]
    [InlineData("SD7001", 3)]
    [InlineData("SD8108", 2)]
    public void A_schema_exception_ends_by_the_family_of_its_diagnostic(string code, int exitCode) =>
        Assert.Equal(exitCode, Failure.Of(new SchemaException([Made(code)]), NotInterrupted).ExitCode);

    [Theory]
    [InlineData("SD3001", 4)]
    [InlineData("SD4001", 4)]
    [InlineData("SD5001", 5)]
    [InlineData("SD6001", 6)]
    [InlineData("SD8003", 2)]
    public void A_generation_exception_ends_by_the_family_of_its_diagnostic(string code, int exitCode) =>
        Assert.Equal(exitCode, Failure.Of(new GenerationException(Made(code)), NotInterrupted).ExitCode);

    [Fact]
    public void Of_several_the_first_in_precedence_wins()
    {
        Assert.Equal(2, Failure.Of(new SchemaException([Made("SD1004"), Made("SD8112"), Made("SD2001")]), NotInterrupted).ExitCode);
        Assert.Equal(70, ExitCode.First([1, 4, 6, 5, 3, 2, 143, 130, 70]));
        Assert.Equal(130, ExitCode.First([1, 4, 6, 5, 3, 2, 143, 130]));
        Assert.Equal(5, ExitCode.First([4, 6, 5, 1]));
        Assert.Equal(6, ExitCode.First([4, 6, 1]));
    }

    [Fact]
    public void Warnings_beside_an_error_do_not_decide() => Assert.Equal(
        3,
        Failure.Of(new SchemaException([Made("SD8102") with { Severity = DiagnosticSeverity.Warning }, Made("SD2001")]), NotInterrupted).ExitCode);

    [Fact]
    public void An_interruption_is_130_and_says_nothing_more()
    {
        Failure failure = Failure.Of(new TaskCanceledException(), new CancellationToken(canceled: true));
        Assert.Equal(130, failure.ExitCode);
        Assert.Empty(failure.Diagnostics);
    }

    [Fact]
    public void Anything_else_is_our_bug()
    {
        Failure failure = Failure.Of(new InvalidOperationException("the cat"), NotInterrupted);
        Assert.Equal(70, failure.ExitCode);
        Assert.Equal("SD9001", Assert.Single(failure.Diagnostics).Code);
        Assert.Contains("InvalidOperationException: the cat", failure.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_usage_and_a_missing_assembly_is_not()
    {
        Assert.Equal(2, Failure.Of(new FileNotFoundException("", "x.yaml"), NotInterrupted).ExitCode);
        Assert.Equal(70, Failure.Of(new FileNotFoundException("", "Lib, Version=1.0.0.0"), NotInterrupted).ExitCode);
    }

    [Fact]
    public void A_cancellation_nobody_asked_for_is_our_bug() => Assert.Equal(70, Failure.Of(new OperationCanceledException(), NotInterrupted).ExitCode);

    private static Diagnostic Made(string code) => new(code, DiagnosticSeverity.Error, "What.", "Fix.", Position: null);
}
