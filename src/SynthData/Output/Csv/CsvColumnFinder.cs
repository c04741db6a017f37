using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output.Csv;

/// <summary>Finds the columns of a CSV file by its header, and their types by every row.</summary>
internal static class CsvColumnFinder
{
    /// <summary>Gives each name once, as readers take the first of two; a row with more or fewer fields says nothing.</summary>
    public static async ValueTask<ImmutableArray<BatchColumn>> FindAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        await using var source = new CsvSource(stream, path);
        if (!await source.ReadAsync(cancellationToken))
            return [];
        string[] names = [.. Enumerable.Range(0, source.FieldCount).Select(field => source.Text(field).ToString())];
        TypeGuess[] guesses = [.. names.Select(_ => TypeGuess.OfText())];
        while (await source.ReadAsync(cancellationToken))
        {
            for (int field = 0; field < names.Length && source.FieldCount == names.Length; field++)
            {
                if (!source.IsNull(field))
                    guesses[field].Add(source.Text(field));
            }
        }

        return [.. names.Select((name, field) => new BatchColumn(name, guesses[field].Type)).DistinctBy(column => column.Name)];
    }
}
