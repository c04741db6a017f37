using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Variety;

/// <summary>Remembers how the texts of a table begin, which long words they use, and the latest of those that may not come twice.</summary>
/// <remarks>Fed with whole waves in their order, so that what it says follows from rows alone. Not thread-safe.</remarks>
internal sealed class TextMemory
{
    /// <summary>UTF-16 units told of all columns together, some 50 tokens a call: less would say nothing, more is paid for with every call.</summary>
    public const int MostTold = 200;

    private readonly ImmutableArray<ColumnMemory> columns;

    public TextMemory(PromptTable table) => columns =
    [
        .. Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column].Type.Kind == ColumnKind.String)
            .Select(column => new ColumnMemory(column, TakenTexts.AreKeptOf(table.Columns[column]), Named(table, table.Columns[column]))),
    ];

    public void Absorb(IEnumerable<PromptAnswer> answers)
    {
        foreach (PromptAnswer answer in answers)
        {
            foreach (ColumnMemory column in columns)
            {
                if (answer.Cells[column.Column] is { } text)
                    column.Add(text);
            }
        }
    }

    /// <summary>What is worth telling now, the most frequent of each column first, until so much is said.</summary>
    public ImmutableArray<WornTexts> Tell()
    {
        Queue<string>[] worn = [.. columns.Select(column => new Queue<string>(column.Worn()))];
        Queue<string>[] taken = [.. columns.Select(column => new Queue<string>(column.Taken()))];
        List<string>[] told = Take(worn, MostTold * 2 / 3);
        List<string>[] kept = Take(taken, MostTold / 3);
        return
        [
            .. columns.Select((column, place) => new WornTexts(column.Column, [.. told[place]], [.. kept[place]]))
                .Where(column => !(column.Worn.IsEmpty && column.Taken.IsEmpty)),
        ];
    }

    // In turns, so that no column takes the room of the others.
    private static List<string>[] Take(Queue<string>[] from, int room)
    {
        List<string>[] taken = [.. from.Select(_ => new List<string>())];
        while (from.Any(queue => queue.Count > 0))
        {
            for (int place = 0; place < from.Length; place++)
            {
                if (!from[place].TryDequeue(out string? next))
                    continue;
                room -= next.Length + 3;
                if (room < 0)
                    return taken;
                taken[place].Add(next);
            }
        }

        return taken;
    }

    // What the schema itself says of a column is no habit of the model.
    private static HashSet<string> Named(PromptTable table, PromptColumn column) =>
        [.. TextForm.Of(string.Join(' ', table.DatasetAbout, table.TableAbout, column.Name, column.Prompt, column.About)).Split(' ')];
}
