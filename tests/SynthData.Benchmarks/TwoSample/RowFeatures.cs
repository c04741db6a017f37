using SynthData.Comparing;
using SynthData.Comparing.Sampling;
using SynthData.Numerics;
using SynthData.Sources.Model.Variety;

namespace SynthData.Benchmarks.TwoSample;

/// <summary>Rows of both tables as numbers that a classifier can split.</summary>
/// <remarks>
/// A number and a moment are themselves, a category is its rank by frequency in both tables, and a text is its length, its number of words and how often it has
/// each word, words being hashed to 1,024 places. What is null is not a number, which trees send to a side of its own.
/// </remarks>
internal sealed class RowFeatures
{
    private const int WordPlaces = 1_024;
    private readonly List<(int Width, Action<SampledTable, int, Span<float>> Write)> columns = [];

    public RowFeatures(SampledPair pair, IReadOnlySet<string> without)
    {
        CellClass[] classes = [.. ColumnClasses.Of(pair)];
        for (int index = 0; index < classes.Length; index++)
        {
            if (without.Contains(pair.A.Columns[index].Name) || classes[index] == CellClass.Identifier)
                continue;
            Add(pair, index, classes[index]);
        }

        Width = columns.Sum(column => column.Width);
    }

    /// <summary>Numbers of a row.</summary>
    public int Width { get; }

    public float[] Of(SampledTable table, int slot)
    {
        var features = new float[Width];
        Span<float> rest = features;
        foreach ((int width, Action<SampledTable, int, Span<float>> write) in columns)
        {
            write(table, slot, rest[..width]);
            rest = rest[width..];
        }

        return features;
    }

    private void Add(SampledPair pair, int column, CellClass cells)
    {
        switch (cells)
        {
            case CellClass.Number or CellClass.Moment:
                columns.Add((1, (table, slot, features) => features[0] = (float)table.Columns[column].Numbers[slot]));
                break;
            case CellClass.Category:
                Dictionary<string, int> ranks = pair.A.TextsOf(column, pair.A.Count).Concat(pair.B.TextsOf(column, pair.B.Count)).CountBy(text => text)
                    .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select((count, rank) => (count.Key, rank))
                    .ToDictionary(entry => entry.Key, entry => entry.rank, StringComparer.Ordinal);
                columns.Add((1, (table, slot, features) => features[0] = table.Columns[column].Texts[slot] is { } text ? ranks[text] : float.NaN));
                break;
            default:
                columns.Add((WordPlaces + 2, (table, slot, features) => WriteText(table.Columns[column].Texts[slot], features)));
                break;
        }
    }

    private static void WriteText(string? text, Span<float> features)
    {
        if (text is null)
        {
            features.Fill(float.NaN);
            return;
        }

        features[0] = text.Length;
        foreach (string word in TextForm.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            features[1]++;
            features[2 + (int)(Hash128.Text(word).Low % WordPlaces)]++;
        }
    }
}
