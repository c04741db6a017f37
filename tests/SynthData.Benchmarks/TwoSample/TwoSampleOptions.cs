using System.Globalization;

namespace SynthData.Benchmarks.TwoSample;

/// <summary>What the two-sample test is asked for: <c>twosample A B [--schema SCHEMA] [--rows N] [--without COLUMN,…]</c>.</summary>
/// <param name="A">A file or folder.</param>
/// <param name="B">Another.</param>
internal sealed record TwoSampleOptions(string A, string B)
{
    public string? Schema { get; init; }

    /// <summary>The most rows of each table that are taken; half are learnt from, half are told apart.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Columns that are not looked at, such as keys.</summary>
    public IReadOnlySet<string> Without { get; init; } = new HashSet<string>();

    public static TwoSampleOptions Of(string[] arguments)
    {
        if (arguments is not [{ } a, { } b, .. string[] more])
            throw new ArgumentException("Two files or folders are needed: twosample A B.");
        var options = new TwoSampleOptions(a, b);
        for (int place = 0; place + 1 < more.Length; place += 2)
        {
            string value = more[place + 1];
            options = more[place] switch
            {
                "--schema" => options with { Schema = value },
                "--rows" => options with { Rows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--without" => options with { Without = value.Split(',').ToHashSet(StringComparer.Ordinal) },
                _ => throw new ArgumentException($"There is no option {more[place]}; there are --schema, --rows and --without."),
            };
        }

        return options;
    }
}
