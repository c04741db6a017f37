using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD8501 and up: a schema to start from that cannot be written.</summary>
internal static class InitDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownReadyMade = DiagnosticDescriptor.Error(
        "SD8501",
        "There is no ready-made schema '{0}'.{1} There are: {2}.",
        "Write one of these names; 'synthdata init --list' says what each is about.",
        "'synthdata init --from NAME' writes one of the schemas that come with the program, with the knowledge that belongs to it.");

    public static readonly DiagnosticDescriptor SourceIsLater = DiagnosticDescriptor.Error(
        "SD8502",
        "'synthdata init {0}' would read a schema out of '{0}'; that comes in a later version.",
        "Write {1}.",
        "A word after 'init' is reserved for what a schema is to be learnt from: data, DDL or a database. The name of a ready-made schema "
        + "stands after '--from', and the file to write after '-o'.");

    public static readonly DiagnosticDescriptor FileExists = DiagnosticDescriptor.Error(
        "SD8503",
        "'{0}' exists already, and 'init' replaces nothing.",
        "Name another file with -o, or move the one there away.",
        "A schema is somebody's work. 'synthdata init' writes files that are not there yet, all of them or none.");

    public static readonly DiagnosticDescriptor ListAlone = DiagnosticDescriptor.Error(
        "SD8504",
        "'--list' writes nothing, so '{0}' does nothing beside it.",
        "Leave one of them out.",
        "'synthdata init --list' prints the ready-made schemas. An option that would have no effect is refused rather than ignored.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnknownReadyMade, SourceIsLater, FileExists, ListAlone];
}
