using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Variety;

/// <summary>Which row owns each text of a column whose rows may not be alike: the one place that keeps a set of values. Not thread-safe.</summary>
internal sealed class TakenTexts
{
    private readonly bool isText;
    private readonly AlikeTexts? texts;
    private readonly Dictionary<string, long> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (string Form, int Text)> owned = [];

    public TakenTexts(PromptColumn column)
    {
        isText = column.Type.Kind == ColumnKind.String;
        if (column.Similarity is { } similarity)
            texts = new AlikeTexts(new AlikeBound(similarity, isInclusive: false));
    }

    /// <summary>Whether the rows of a column may not be alike.</summary>
    public static bool AreKeptOf(PromptColumn column) => column.IsUnique || column.Similarity is not null;

    /// <summary>Takes a text for a row that has none.</summary>
    /// <returns>Null when it is the row's now, else the row that has it or one too much like it.</returns>
    public TextOwner? Claim(string text, long rowIndex)
    {
        string form = isText ? TextForm.Of(text) : text;
        if (owners.TryGetValue(form, out long owner))
            return new TextOwner(owner, IsSame: true);
        if (texts?.Find(form) is { } alike)
            return new TextOwner(alike, IsSame: false);
        owners.Add(form, rowIndex);
        owned.Add(rowIndex, (form, texts?.Add(form, rowIndex) ?? 0));
        return null;
    }

    /// <summary>Gives a row's text back, because cells of it were asked again.</summary>
    public void Release(long rowIndex)
    {
        if (!owned.Remove(rowIndex, out (string Form, int Text) text))
            return;
        owners.Remove(text.Form);
        texts?.Remove(text.Text);
    }
}

/// <summary>The row that has a text.</summary>
/// <param name="IsSame">Whether it has the same, and not one that is nearly so.</param>
internal readonly record struct TextOwner(long RowIndex, bool IsSame);
