using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities.Commerce;

/// <summary>Makes the columns of a product: what it is, the shelf it lies on, what it is made of, and what it is sold as.</summary>
/// <remarks>Drawn: one word each for the product, its maker's name, its number and its material.</remarks>
internal static class ProductColumns
{
    private const uint NameWord = 1;
    private const uint NumberWord = 2;
    private const uint MaterialWord = 3;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream)
    {
        RecordTable products = RecordTable.Of("product");
        switch (type.Name)
        {
            case "commerce.product_name":
                ImmutableArray<string> nouns = products.Field("product", locale);
                bool isNounLast = locale.StartsWith("en", StringComparison.Ordinal);
                return new ComposedColumn((in rows, index, text) =>
                {
                    string noun = nouns[Product(rows, index)];
                    var writer = new CellWriter(text);
                    if (!isNounLast)
                    {
                        writer.AddCapital(noun);
                        writer.Add(' ');
                    }

                    InventedName.Add(rows.Word(stream, index, NameWord), ref writer);
                    writer.Add(' ');
                    writer.Add(rows.IsTagged ? rows.Tag(index) : 10 * (10 + rows.Below(stream, 90, index, NumberWord)));
                    if (isNounLast)
                    {
                        writer.Add(' ');
                        writer.Add(noun);
                    }

                    return writer.Length;
                });
            case "commerce.material":
                RecordTable materials = RecordTable.Of("material");
                ImmutableArray<string> keys = materials.Field("key");
                TextPool pool = new(materials.Field("material", locale));
                ImmutableArray<int[]> made = [.. products.Field("materials").Select(list => list.Split(',').Select(key => keys.IndexOf(key)).ToArray())];
                return new PooledColumn(pool, (in rows, index) =>
                {
                    int[] fitting = made[Product(rows, index)];
                    return fitting[rows.Below(stream, fitting.Length, index, MaterialWord)];
                });
            default:
                return RecordColumns.For(type, locale, stream);
        }

        int Product(in EntityRows rows, int index) => products.Weights.Pick(rows.Word(stream, index, RecordColumns.RecordWord));
    }
}
