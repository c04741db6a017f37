using System.Globalization;

namespace SynthData.Benchmarks;

/// <summary>What the benchmark is asked for: <c>[--rows N] [--rounds N] [--only WORD]</c>.</summary>
/// <param name="Rows">Rows of the shapes A and C; the customers of shape B are a tenth.</param>
/// <param name="Rounds">Measured runs of each candidate, after one that is not.</param>
/// <param name="Only">Parts and candidates whose <c>part: candidate</c> has this text; all without it.</param>
internal sealed record BenchmarkOptions(int Rows, int Rounds, string? Only)
{
    public static BenchmarkOptions Of(string[] arguments)
    {
        var options = new BenchmarkOptions(1_000_000, 5, null);
        for (int place = 0; place + 1 < arguments.Length; place += 2)
        {
            string value = arguments[place + 1];
            options = arguments[place] switch
            {
                "--rows" => options with { Rows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--only" => options with { Only = value },
                _ => throw new ArgumentException($"There is no option {arguments[place]}; there are --rows, --rounds and --only."),
            };
        }

        return options;
    }

    /// <summary>Says whether a part of the benchmark, or one of its candidates, is wanted.</summary>
    public bool Wants(string name) => Only is null || name.Contains(Only, StringComparison.OrdinalIgnoreCase);
}
