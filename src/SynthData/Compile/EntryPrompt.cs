using System.Globalization;
using System.Text;
using SynthData.Planning;

namespace SynthData.Compile;

/// <summary>Words the table that a model is asked for entries with: a row is an entry to write, its known columns are the conditions of the pool.</summary>
internal sealed class EntryPrompt(EntryPlan plan)
{
    /// <summary>The share that two entries may have in common.</summary>
    public const decimal MostAlike = 0.85m;

    private readonly EntryGroup group = plan.Group;

    public PromptTable Table => group.Table with
    {
        Table = group.Key,
        RowCount = plan.Places.Length,
        Known = [.. group.Conditions.Concat(group.Axes).Select(known => group.Table.Known[known])],
        Columns = [.. group.Columns.Select(Column)],
        Rules = [.. group.Table.Rules.Where(rule => rule.Columns.All(group.Names.Contains))],
        Unsolved = Schema.UnsolvedChoice.Fallback,      // an entry that stays wrong is left out
        Guide = Guide(),
    };

    private PromptColumn Column(PromptColumn column)
    {
        string wish = string.Create(CultureInfo.InvariantCulture, $"at least {plan.LeastReadings(column)} readings");
        if (column.Length is { } length)
            wish += string.Create(CultureInfo.InvariantCulture, $", each of {length.Low} to {length.High} characters");
        return column with
        {
            Length = null,                              // that of its readings is checked
            IsUnique = true,
            Similarity = Math.Min(column.Similarity ?? MostAlike, MostAlike),
            About = column.About is { } about ? $"{about}; {wish}" : wish,
            Mentions = [.. group.Conditions.Concat(group.Axes).Select(group.NameOf)],
            Definition = $"knowledge 1\n{column.Definition}\n{string.Join(',', group.NameableIn(column))}\n{plan.LeastReadings(column)}",
            IsTemplate = true,
        };
    }

    private string Guide()
    {
        var text = new StringBuilder();
        text.Append("Each row asked is a pattern that many rows of the table are made from, so write texts with places. A reading is one text that its choices make.\n");
        text.Append("- {one|of|these} wherever a word or clause may vary, in every sentence, three to six choices each; one may be empty, and choices may hold places.");
        text.Append(" Every combination has to read as one right and natural text that fits the row: mind articles, agreement and what else is said.\n");
        text.Append("- {num:2..9} for a number that may vary, {num:0.5..4.5} with decimals.\n");
        if (group.IsUnique)
        {
            string unique = string.Join(", ", group.Columns.Where(column => column.IsUnique).Select(column => $"\"{column.Name}\""));
            text.Append(CultureInfo.InvariantCulture, $"- In {unique} no names of columns in braces: no two rows may have the same text, whatever their other columns are.\n");
        }

        if (group.Columns.Any(column => !column.IsUnique))
            AppendPlaces(text);
        text.Append("Nothing else stands in braces; {{ and }} are the characters. Patterns differ from each other in what they say, not only in words.");
        return text.ToString();
    }

    private void AppendPlaces(StringBuilder text)
    {
        if (!group.Places.IsEmpty)
        {
            text.Append("- These differ by row; where one is said write its name in braces as here, and never a value of your own:");
            foreach (int place in group.Places)
                text.Append(CultureInfo.InvariantCulture, $" {{{group.NameOf(place)}}}{(group.Table.Known[place].About is { } about ? $" ({about})" : "")}");
            text.Append('\n');
        }

        if (!group.Conditions.IsEmpty)
            text.Append("- A given column that is null differs by row as well: write its name in braces, or leave open what it is.\n");
        if (group.Unnamed.Any())
            text.Append(CultureInfo.InvariantCulture, $"- Never {string.Join(", ", group.Unnamed.Select(name => $"{{{name}}}"))}: rows may lack it, or it is no column of theirs. Leave open what it is.\n");
    }
}
