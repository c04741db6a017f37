using System.Globalization;

namespace SynthData.Benchmarks.Seeding;

/// <summary>What the seeding benchmark is asked for: <c>seeding [--scale X] [--rounds N]</c>; <c>SYNTHDATA_POSTGRES</c> names the server.</summary>
internal sealed record SeedingOptions(string Url)
{
    /// <summary>Times the rows of <c>schemas/bike-shop.yaml</c>: 1 is some 7,300 rows of four tables.</summary>
    public decimal Scale { get; init; } = 100;

    public int Rounds { get; init; } = 5;

    public static SeedingOptions Of(string[] arguments)
    {
        string url = Environment.GetEnvironmentVariable("SYNTHDATA_POSTGRES")
            ?? throw new ArgumentException("SYNTHDATA_POSTGRES names no server: tests/postgres start makes one.");
        var options = new SeedingOptions(url);
        for (int place = 0; place + 1 < arguments.Length; place += 2)
        {
            options = arguments[place] switch
            {
                "--scale" => options with { Scale = decimal.Parse(arguments[place + 1], CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(arguments[place + 1], CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"There is no option {arguments[place]}; there are --scale and --rounds."),
            };
        }

        return options;
    }
}
