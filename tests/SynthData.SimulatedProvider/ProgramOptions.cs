using System.Globalization;

namespace SynthData.SimulatedProvider;

/// <summary>What the program is asked for.</summary>
internal static class ProgramOptions
{
    public const string Help = """
        --port N               the port; 5005
        --rpm N  --tpm N       requests and tokens a minute, enforced; none
        --no-headers           do not say limits in headers
        --concurrency N        calls answered at once; any
        --crowded wait|refuse  what becomes of more; wait
        --first-token MS       time to the first token; 0
        --per-token MS         time for each token; 0
        --spread SHARE         part by which times differ at random; 0
        --faults SHARE         part of calls with a fault; 0
        --kinds A,B            of which kinds; all
        --seed N               of all chance; 1
        --speed X              how much faster than real time it lives; 1
        """;

    /// <exception cref="ArgumentException">An option that there is not, or a value that is none.</exception>
    public static ProviderOptions Of(string[] arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int place = 0; place < arguments.Length; place++)
        {
            string name = arguments[place];
            if (!Help.Contains(name + " ", StringComparison.Ordinal) || !name.StartsWith("--", StringComparison.Ordinal))
                throw new ArgumentException($"There is no option {name}; there are:\n{Help}");
            given[name] = name == "--no-headers" || place + 1 == arguments.Length ? "" : arguments[++place];
        }

        int seed = (int)Number(given, "--seed", 1);
        double share = Number(given, "--faults", 0);
        return new ProviderOptions
        {
            Port = (int)Number(given, "--port", 5005),
            RequestsPerMinute = given.ContainsKey("--rpm") ? (int)Number(given, "--rpm", 0) : null,
            TokensPerMinute = given.ContainsKey("--tpm") ? (long)Number(given, "--tpm", 0) : null,
            SaysLimits = !given.ContainsKey("--no-headers"),
            Concurrency = given.ContainsKey("--concurrency") ? (int)Number(given, "--concurrency", 0) : null,
            RefusesCrowd = given.GetValueOrDefault("--crowded") == "refuse",
            Latency = new Latency(
                TimeSpan.FromMilliseconds(Number(given, "--first-token", 0)), TimeSpan.FromMilliseconds(Number(given, "--per-token", 0)), Number(given, "--spread", 0), seed),
            Script = share > 0 ? new FaultMix(seed, share, Kinds(given.GetValueOrDefault("--kinds"))).Script : null,
            Clock = given.ContainsKey("--speed") ? new ScaledClock(Number(given, "--speed", 1)) : TimeProvider.System,
        };
    }

    private static Fault[] Kinds(string? names)
    {
        if (names is null)
            return [.. FaultMix.Kinds.Values];
        return
        [
            .. names.Split(',').Select(name => FaultMix.Kinds.TryGetValue(name, out Fault? fault)
                ? fault
                : throw new ArgumentException($"There is no fault '{name}'; there are: {string.Join(", ", FaultMix.Kinds.Keys)}.")),
        ];
    }

    private static double Number(Dictionary<string, string> given, string name, double otherwise)
    {
        if (!given.TryGetValue(name, out string? text))
            return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new ArgumentException($"{name} takes a number, not '{text}'.");
    }
}
