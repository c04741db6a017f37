using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>What a command has to say, for a person or as JSON.</summary>
internal abstract record CommandAnswer
{
    public virtual int ExitCode => Cli.ExitCode.Done;

    /// <summary>Diagnostics that did not stop the command, printed to standard error.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What a check found wrong, which is a part of the answer and printed by it.</summary>
    public virtual ImmutableArray<Diagnostic> Findings => [];

    /// <summary>What was checked, for <c>--junit</c>; nothing for what is no check.</summary>
    public virtual ImmutableArray<JUnitSuite> Suites => [];

    /// <summary>Prints the answer for a person.</summary>
    public abstract void Print(Session session);

    /// <summary>Writes the answer as the value of <c>result</c>: one JSON value.</summary>
    public abstract void WriteJson(Utf8JsonWriter json);
}
