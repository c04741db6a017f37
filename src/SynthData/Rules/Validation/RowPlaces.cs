using System.Globalization;

namespace SynthData.Rules.Validation;

/// <summary>Says in which file a table's row stands, and as which, counted from 1.</summary>
internal sealed class RowPlaces
{
    private readonly List<(string Path, long First)> files = [];

    /// <summary>Rows from <paramref name="first"/> on, counted over all files from 0, stand in this file.</summary>
    public void Begin(string path, long first) => files.Add((path, first));

    public string Of(long row) => string.Create(CultureInfo.InvariantCulture, $"{FileOf(row).Path} row {row - FileOf(row).First + 1}");

    /// <summary>As <see cref="Of"/>, without the file where it is that of another row.</summary>
    public string After(long other, long row) =>
        FileOf(other) == FileOf(row) ? string.Create(CultureInfo.InvariantCulture, $"row {row - FileOf(row).First + 1}") : Of(row);

    private (string Path, long First) FileOf(long row) => files.FindLast(file => file.First <= row);
}
