using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute whose texts are put together.</summary>
internal sealed class ComposedColumn(Compose compose) : EntityColumn
{
    /// <summary>Characters a text may have: every part is short, and the longest have a few of them.</summary>
    public const int MaxLength = 512;

    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        for (int index = 0; index < rows.Count; index++)
            column.Commit(index, compose(rows, index, column.Room(MaxLength)));
    }
}

/// <summary>Writes the text of a row and gives its length.</summary>
internal delegate int Compose(in EntityRows rows, int index, Span<char> text);
