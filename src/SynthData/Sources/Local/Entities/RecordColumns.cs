using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of entities that are records and nothing else: what one row says comes from one record.</summary>
/// <remarks>Drawn: one word, which picks the record.</remarks>
internal static class RecordColumns
{
    /// <summary>The word that picks the record, for entities with words of their own too.</summary>
    public const uint RecordWord = 0;

    /// <summary>Gives the column of a field, or null where the entity's records have no such field.</summary>
    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        RecordTable table = RecordTable.Of(type.Entity);
        string attribute = type.Name[(type.Group.Length + 1)..];
        if (!table.Has(attribute, locale))
            return null;

        if (type.Type.IsWhole)
        {
            ImmutableArray<long> numbers = table.Numbers(attribute);
            return new WholeColumn((in rows, index) => numbers[table.Weights.Pick(rows.Word(stream, index, RecordWord))]);
        }

        PooledTexts texts = table.Texts(attribute, locale);
        return new PooledColumn(texts.Pool, (in rows, index) => texts.Code(table.Weights.Pick(rows.Word(stream, index, RecordWord))));
    }
}
