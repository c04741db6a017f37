using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Numerics;
using SynthData.Schema;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

/// <summary>Fills columns of one table, as a run does, and prints their cells.</summary>
internal sealed class EntityCells(string locale, ulong seed = 1, string table = "examples", int generator = 1)
{
    public string[] Of(string type, int count) => Of(type, [.. Enumerable.Range(0, count).Select(row => (long)row)], tags: [], sexes: []);

    public string[] Unique(string type, long[] tags) => Of(type, [.. Enumerable.Range(0, tags.Length).Select(row => (long)row)], tags, sexes: []);

    public string[] Of(string name, long[] rows, long[] tags, sbyte[] sexes, byte draw = 0)
    {
        SemanticType type = SemanticTypes.Find(name)!;
        StreamKey stream = StreamKey.For(seed, generator, table, type.StreamName);
        var column = Column.For(type.Type);
        column.Reset(rows.Length);
        byte[] draws = new byte[rows.Length];
        draws.AsSpan().Fill(draw);

        EntityColumns.For(type, locale, generator, stream).Fill(new EntityRows(rows, draws, tags, sexes), column);

        return [.. Enumerable.Range(0, rows.Length).Select(row => Print(column, row, type.Type))];
    }

    private static string Print(Column column, int row, ColumnType type) =>
        Convert.ToString(CellText.ToObject(column, row, type), System.Globalization.CultureInfo.InvariantCulture)!;
}
