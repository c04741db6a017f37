namespace SynthData.Cli;

/// <summary>What the program reads and writes besides files, handed in so that tests need no child process.</summary>
/// <param name="Output">Standard output: data, and nothing else but what a command was asked to print.</param>
/// <param name="Error">Standard error: progress, summaries, diagnostics.</param>
/// <param name="Environment">Looks an environment variable up; null where it is not set.</param>
internal sealed record Terminal(Stream Output, TextWriter Error, Func<string, string?> Environment)
{
    /// <summary>The columns of a table printed to something that is not a terminal.</summary>
    public const int WidthOfFiles = 140;

    public bool IsOutputInteractive { get; init; }

    public bool IsErrorInteractive { get; init; }

    /// <summary>Characters a line holds.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>The clock that a model's time-outs and pauses go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether colour and motion are wanted at all.</summary>
    public bool AllowsColor => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";
}
