using System.Globalization;

namespace SynthData.Benchmarks.Compiled;

/// <summary>What the benchmark of knowledge is asked for: <c>knowledge [--rows N] [--asked N]</c>.</summary>
internal sealed record CompiledOptions
{
    /// <summary>Rows of the table that are made from what was compiled.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>Rows that are asked one by one, to compare with.</summary>
    public int Asked { get; init; } = 1_000;

    public static CompiledOptions Of(string[] arguments)
    {
        var options = new CompiledOptions();
        for (int place = 0; place + 1 < arguments.Length; place += 2)
        {
            int value = int.Parse(arguments[place + 1], CultureInfo.InvariantCulture);
            options = arguments[place] switch
            {
                "--rows" => options with { Rows = value },
                "--asked" => options with { Asked = value },
                _ => throw new ArgumentException($"There is no option {arguments[place]}; there are --rows and --asked."),
            };
        }

        return options;
    }
}
