using System.Globalization;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>What the orchestrator's benchmark is asked for: <c>orchestrator [--rows N] [--minutes X] [--speed X] [--kills N] [--replies N] [--only WORD]</c>.</summary>
internal sealed record OrchestratorOptions
{
    /// <summary>Rows of the run that counts tokens; right answers and repeats are measured over some times as many.</summary>
    public int Rows { get; init; } = 1_000;

    /// <summary>How many simulated minutes a run against limits takes if nothing is lost.</summary>
    public double Minutes { get; init; } = 8;

    /// <summary>How many simulated minutes pass in a real one.</summary>
    public double Speed { get; init; } = 30;

    /// <summary>How often a run is killed.</summary>
    public int Kills { get; init; } = 20;

    /// <summary>Rows of a run that is killed.</summary>
    public int KilledRows { get; init; } = 2_000;

    /// <summary>Replies of the journal that is opened.</summary>
    public int Replies { get; init; } = 100_000;

    /// <summary>Measurements whose name has this text; all without it.</summary>
    public string? Only { get; init; }

    public static OrchestratorOptions Of(string[] arguments)
    {
        var options = new OrchestratorOptions();
        for (int place = 0; place + 1 < arguments.Length; place += 2)
        {
            string value = arguments[place + 1];
            options = arguments[place] switch
            {
                "--rows" => options with { Rows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--minutes" => options with { Minutes = double.Parse(value, CultureInfo.InvariantCulture) },
                "--speed" => options with { Speed = double.Parse(value, CultureInfo.InvariantCulture) },
                "--kills" => options with { Kills = int.Parse(value, CultureInfo.InvariantCulture) },
                "--replies" => options with { Replies = int.Parse(value, CultureInfo.InvariantCulture) },
                "--only" => options with { Only = value },
                _ => throw new ArgumentException($"There is no option {arguments[place]}; there are --rows, --minutes, --speed, --kills, --replies and --only."),
            };
        }

        return options;
    }
}
