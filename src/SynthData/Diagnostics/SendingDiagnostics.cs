using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>SD4211 and up: what a run may buy; SD6031 and up: a server that keeps it waiting.</summary>
internal static class SendingDiagnostics
{
    public static readonly DiagnosticDescriptor BudgetSpent = DiagnosticDescriptor.Error(
        "SD4211",
        "The budget of {0}. Bought in this run: {1}. Answered are {2} of {3} rows of table '{4}'.",
        "Run the same command again, with a budget again: it goes on where this one stopped. What was answered is kept in the journal ({5}) and not bought twice.",
        "A budget of calls, tokens or money is checked before each call is sent, with what the call is thought to come to. When it has no room for the next call, "
            + "what is under way comes home and is kept, and the run ends without writing a file. It counts what this run buys: answers in the journal cost nothing, "
            + "and a call that the server refused neither. A call that was sent and brought neither answer nor error is counted as bought, for it may be charged.");

    public static readonly DiagnosticDescriptor ServerSilent = DiagnosticDescriptor.Error(
        "SD6031",
        "The server of model {0} has answered nothing for {1} s, however often it was tried; patience is {2} s. The last failure: {3}",
        "Run the same command again when the server is well: it goes on where this one stopped. --patience sets how long a run waits.",
        "Being told to come later delays a call and never drops it. A server that answers no call at all for this long ends the run; what was answered before is kept in the journal.");

    public static readonly DiagnosticDescriptor PauseTooLong = DiagnosticDescriptor.Error(
        "SD6032",
        "The server of model {0} asks to wait {1} s; patience is {2} s. {3}",
        "Run the same command again then: it goes on where this one stopped. --patience sets how long a run waits.",
        "A pause the server names (Retry-After) is kept. One longer than the run's patience ends it at once, rather than after a wait that may be for nothing.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [BudgetSpent, ServerSilent, PauseTooLong];
}
