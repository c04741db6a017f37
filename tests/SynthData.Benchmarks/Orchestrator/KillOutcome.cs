using SynthData.SimulatedProvider;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>What came of runs that were killed.</summary>
internal sealed record KillOutcome
{
    public int Kills { get; init; }

    public int Runs { get; init; }

    /// <summary>Calls of a run that nobody kills.</summary>
    public int CleanCalls { get; init; }

    /// <summary>Calls under way at a kill, over all kills.</summary>
    public int InFlight { get; init; }

    /// <summary>The most of them at one kill.</summary>
    public int MostInFlight { get; init; }

    /// <summary>Kills that met any.</summary>
    public int KillsInFlight { get; init; }

    /// <summary>Asks for what a reply in the journal had answered.</summary>
    public int AskedAgain { get; init; }

    /// <summary>Calls beyond those of a run without kills and those in flight.</summary>
    public int CallsBeyond { get; init; }

    /// <summary>Requests that came again, beyond those in flight.</summary>
    public int RepeatedBeyond { get; init; }

    /// <summary>Runs that made other rows or another manifest.</summary>
    public int Different { get; init; }

    public KillOutcome With(KilledRun run, SimulatedServer server, bool isSame)
    {
        int inFlight = run.InFlight.Sum();
        int repeated = server.Calls - server.Requests.Select(request => request.Body).Distinct(StringComparer.Ordinal).Count();
        return this with
        {
            Kills = Kills + run.InFlight.Count,
            Runs = Runs + 1,
            InFlight = InFlight + inFlight,
            MostInFlight = run.InFlight.Append(MostInFlight).Max(),
            KillsInFlight = KillsInFlight + run.InFlight.Count(calls => calls > 0),
            AskedAgain = AskedAgain + JournalKeys.Read(run.Journal).AskedAgain,
            CallsBeyond = CallsBeyond + Math.Max(0, server.Calls - CleanCalls - inFlight),
            RepeatedBeyond = RepeatedBeyond + Math.Max(0, repeated - inFlight),
            Different = Different + (isSame ? 0 : 1),
        };
    }
}
