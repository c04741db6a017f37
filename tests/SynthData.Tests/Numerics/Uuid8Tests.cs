using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class Uuid8Tests
{
    [Fact]
    public void A_million_rows_have_a_million_identifiers_of_version_8()
    {
        Uuid8 uuids = new(StreamKey.For(42, 1, "orders", "id"));
        HashSet<Int128> seen = [];
        int[] ones = new int[128];
        for (long row = 0; row < 1_000_000; row++)
        {
            Int128 value = uuids.At(row);
            Assert.Equal(8, (int)(value >> 76) & 0xF);
            Assert.Equal(0b10, (int)(value >> 62) & 0b11);
            seen.Add(value);
            for (int bit = 0; row < 100_000 && bit < 128; bit++)
                ones[bit] += (int)(value >> bit) & 1;
        }

        Assert.Equal(1_000_000, seen.Count);
        for (int bit = 0; bit < 128; bit++)
        {
            if (bit is (< 76 or > 79) and not (62 or 63))
                Assert.InRange(ones[bit], 49_200, 50_800);
        }
    }

    [Fact]
    public void The_text_shows_version_and_variant()
    {
        string text = SynthData.Batches.CellText.ToGuid(new Uuid8(StreamKey.For(42, 1, "orders", "id")).At(0)).ToString();
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", text);
    }

    [Fact]
    public void Keys_do_not_share_identifiers()
    {
        Uuid8 one = new(StreamKey.For(1, 1, "orders", "id"));
        Uuid8 other = new(StreamKey.For(2, 1, "orders", "id"));
        HashSet<Int128> seen = [.. Enumerable.Range(0, 10_000).Select(row => one.At(row))];
        Assert.DoesNotContain(Enumerable.Range(0, 10_000), row => seen.Contains(other.At(row)));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.At(Uuid8.MaxRows));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.At(-1));
    }
}
