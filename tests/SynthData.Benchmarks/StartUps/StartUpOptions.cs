using System.Globalization;

namespace SynthData.Benchmarks.StartUps;

/// <summary>What <c>-- startup</c> is asked for: <c>[--rounds N] [--programs FOLDER]</c>.</summary>
/// <param name="Rounds">Measured runs of each command of each program, after one that is not.</param>
/// <param name="Programs">Where programs are built, and are found by the next run; a temporary folder without it.</param>
internal sealed record StartUpOptions(int Rounds, string? Programs)
{
    public static StartUpOptions Of(string[] arguments)
    {
        var options = new StartUpOptions(25, null);
        for (int place = 0; place + 1 < arguments.Length; place += 2)
        {
            string value = arguments[place + 1];
            options = arguments[place] switch
            {
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--programs" => options with { Programs = Path.GetFullPath(value) },
                _ => throw new ArgumentException($"There is no option {arguments[place]}; there are --rounds and --programs."),
            };
        }

        return options;
    }
}
