using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Words the table that a model is asked with how a number, a date or a yes and no is spread, or which short values there are: a row stands for the rows of a pool.</summary>
/// <remarks>Asked for are ends and a median, or a share, never values: models know means and ranges, and cannot draw.</remarks>
internal sealed class SpreadPrompt(EntryPlan plan)
{
    private readonly EntryGroup group = plan.Group;

    private PromptColumn Column => group.Columns[0];

    public PromptTable Table => group.Table with
    {
        Table = group.Key,
        RowCount = plan.Places.Length,
        Known = [.. group.Conditions.Select(known => group.Table.Known[known])],
        Columns = Column.Type.Kind switch
        {
            ColumnKind.Bool => [Asked("share", new ColumnType(ColumnKind.Double), "from 0 to 1, the share of such rows where this is true")],
            ColumnKind.String => [Asked("values", Column.Type, "the values that such rows have, up to 30, the most frequent first, each with its share in per cent, as red=40|dark green=25|...")],
            _ =>
            [
                Asked("low", Column.Type, "the value that one such row in a hundred is below"),
                Asked("median", Column.Type, "the value that half of such rows are below"),
                Asked("high", Column.Type, "the value that one such row in a hundred is above"),
            ],
        },
        Rules = [],
        Unsolved = UnsolvedChoice.Fallback,
        HasAxes = true,
        Guide = $"Each row asked stands for many rows of the table that have the given columns in common; where one is null they may have any value. Say how \"{Column.Name}\" is spread over them.",
    };

    private PromptColumn Asked(string name, ColumnType type, string what) => Column with
    {
        Name = name,
        Type = type,
        Length = null,
        Similarity = null,
        Prompt = $"{Column.Prompt ?? Column.Name} - {what}",
        Mentions = [.. group.Given],
        Definition = $"spread 1\n{Column.Name}\n{Column.Definition}\n{name}",
    };
}
