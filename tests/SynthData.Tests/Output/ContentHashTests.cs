using System.Collections.Immutable;
using CsCheck;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Numerics;
using SynthData.Output;

namespace SynthData.Tests.Output;

public class ContentHashTests
{
    [Fact]
    public void Batches_of_any_size_add_up_to_the_same_sum() => Gen.Select(BatchGen.Rows, Gen.Int[1, 9]).Sample(
        (table, size) =>
        {
            ContentHash hash = new(table.Columns);
            ContentSum whole = hash.Of(TestBatches.Of("t", table.Columns, table.Rows, firstRow: 5));
            ContentSum cut = TestBatches.Cut("t", table.Columns, table.Rows, size, firstRow: 5).Select(hash.Of)
                .Aggregate(default(ContentSum), (sum, part) => sum + part);
            Assert.Equal(whole, cut);
        },
        iter: 200);

    [Fact]
    public void The_sum_is_that_of_the_cells()
    {
        ImmutableArray<BatchColumn> columns =
        [
            TestBatches.Column("n", "int32"), TestBatches.Column("d", "decimal(9,2)"), TestBatches.Column("s", "string"), TestBatches.Column("u", "uuid"),
        ];
        RowBatch batch = TestBatches.Of("t", columns, [[-1, 12.34m, "Zoë", Guid.Empty], [2, null, "", null]], firstRow: 10);
        Hash128[] keys = [Hash128.Key("n", "int32"), Hash128.Key("d", "decimal(2)"), Hash128.Key("s", "string"), Hash128.Key("u", "uuid")];
        Hash128[][] payloads =
        [
            [Hash128.Word(ulong.MaxValue), Hash128.Word(1234), Hash128.Text("Zoë"), Hash128.Wide(0)],
            [Hash128.Word(2), Hash128.Null, Hash128.Text(""), Hash128.Null],
        ];
        UInt128 sum = 0;
        for (int row = 0; row < 2; row++)
        {
            for (int column = 0; column < 4; column++)
                sum += Hash128.Cell(Hash128.Row(10 + row), keys[column], payloads[row][column]).ToUInt128();
        }

        Assert.Equal(sum, new ContentHash(columns).Of(batch).Value);
    }

    [Fact]
    public void Pooled_and_plain_texts_hash_alike()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string")];
        TextColumn pooled = new();
        pooled.Reset(2);
        pooled.UsePool(new TextPool(["x", "Zoë"]));
        pooled.Codes[0] = 1;
        pooled.Codes[1] = 0;
        RowBatch fromPool = new("t", 0, 2, columns, [pooled]);
        RowBatch plain = TestBatches.Of("t", columns, [["Zoë"], ["x"]]);
        Assert.Equal(new ContentHash(columns).Of(plain), new ContentHash(columns).Of(fromPool));
    }

    [Fact]
    public void Swapped_cells_and_null_against_empty_change_the_sum()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("a", "string"), TestBatches.Column("b", "string")];
        object?[][][] tables = [[["x", "y"]], [["y", "x"]], [["x", ""]], [["x", null]], [["xy", ""]]];
        Assert.Distinct(tables.Select(rows => new ContentHash(columns).Of(TestBatches.Of("t", columns, rows))));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0x61, 0x62, 0xDEB2)]
    [InlineData(0xDEB2, 0xD83D)]
    public void Half_a_surrogate_pair_is_refused(params int[] units)
    {
        string text = string.Concat(units.Select(unit => (char)unit));
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string")];
        RowBatch batch = TestBatches.Of("t", columns, [["🚲"], [text]], firstRow: 4);
        var failure = Assert.Throws<GenerationException>(() => new ContentHash(columns).Of(batch));
        Assert.Equal("SD5011", failure.Diagnostic.Code);
        Assert.Contains("'t.s' of row 6", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_pool_is_refused_where_a_cell_names_it()
    {
        ImmutableArray<BatchColumn> columns = [TestBatches.Column("s", "string")];
        TextColumn pooled = new();
        pooled.Reset(2);
        pooled.UsePool(new TextPool(["fine", ((char)0xD83D).ToString()]));
        ContentHash hash = new(columns);
        Assert.NotEqual(default, hash.Of(new RowBatch("t", 0, 2, columns, [pooled])));
        pooled.Codes[1] = 1;
        Assert.Equal("SD5011", Assert.Throws<GenerationException>(() => hash.Of(new RowBatch("t", 0, 2, columns, [pooled]))).Diagnostic.Code);
    }
}
