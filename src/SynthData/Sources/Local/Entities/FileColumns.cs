using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of a file: its media type, the extension that goes with it, and a name that ends in it.</summary>
internal static class FileColumns
{
    /// <summary>Numbers a file's name has room for.</summary>
    public const long NameCapacity = 1_000_000_000;

    private const uint NumberWord = 1;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        if (type.Name != "internet.file_name")
            return RecordColumns.For(type, locale, stream);

        RecordTable files = RecordTable.Of("file");
        ImmutableArray<string> stems = files.Field("stem");
        ImmutableArray<string> extensions = files.Field("file_extension");
        return new NumberColumn(stream, NumberWord, NameCapacity, (in rows, index, place, ref writer) =>
        {
            int record = files.Weights.Pick(rows.Word(stream, index, RecordColumns.RecordWord));
            writer.Add(stems[record]);
            if (rows.IsTagged)
                writer.AddPadded(place, 9);
            else
                writer.AddPadded(place % 10_000, 4);
            writer.Add('.');
            writer.Add(extensions[record]);
        });
    }
}
