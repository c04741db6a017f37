using System.Globalization;
using SynthData.Numerics;

namespace SynthData.Tests.Numerics;

public class Hash128Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abcd")]
    [InlineData("Zoë 🚲 and more")]
    public void The_payload_of_a_text_is_as_documented(string text)
    {
        (ulong low, ulong high) = ByTheDocument(text);
        Assert.Equal(new Hash128(low, high), Hash128.Text(text));
    }

    [Fact]
    public void A_cell_keeps_its_hash_for_ever()
    {
        Hash128 key = Hash128.Key("id", "int64");
        Assert.Equal("4305b5c4aed807afd1dcc4031e4a6184", Print(Hash128.Cell(Hash128.Row(0), key, Hash128.Word(1001))));
        Assert.Equal("40617df80fbe9d945236468aff6596b0", Print(Hash128.Cell(Hash128.Row(7), key, Hash128.Null)));
        Assert.Equal("778d0d56d45625af9eefea25c7671096", Print(Hash128.Cell(Hash128.Row(7), Hash128.Key("name", "string"), Hash128.Text("Zoë"))));
        Assert.Equal("03964e10c6e24c8cc5ca658747219a92", Print(Hash128.Cell(Hash128.Row(1L << 40), Hash128.Key("u", "uuid"), Hash128.Wide(new UInt128(1, 2)))));
    }

    [Fact]
    public void Small_changes_of_row_column_and_value_never_meet()
    {
        HashSet<Hash128> seen = [];
        HashSet<ulong> lows = [];
        HashSet<ulong> highs = [];
        foreach (string column in new[] { "a", "b", "ab" })
        {
            Hash128 key = Hash128.Key(column, "int64");
            for (long row = 0; row < 100; row++)
            {
                for (ulong value = 0; value < 100; value++)
                {
                    Hash128 cell = Hash128.Cell(Hash128.Row(row), key, Hash128.Word(value));
                    Assert.True(seen.Add(cell));
                    Assert.True(lows.Add(cell.Low));
                    Assert.True(highs.Add(cell.High));
                }
            }
        }
    }

    [Fact]
    public void Texts_that_differ_in_length_or_order_only_never_meet()
    {
        HashSet<Hash128> seen = [];
        for (int length = 0; length < 40; length++)
        {
            Assert.True(seen.Add(Hash128.Text(new string('\0', length))));
            for (int place = 0; place < length; place++)
                Assert.True(seen.Add(Hash128.Text(new string('\0', place) + "x" + new string('\0', length - place - 1))));
        }
    }

    [Fact]
    public void Bits_of_sums_are_even()
    {
        int[] ones = new int[128];
        Hash128 key = Hash128.Key("n", "int32");
        const int count = 20_000;
        for (int row = 0; row < count; row++)
        {
            UInt128 cell = Hash128.Cell(Hash128.Row(row), key, Hash128.Word((ulong)(row % 3))).ToUInt128();
            for (int bit = 0; bit < ones.Length; bit++)
                ones[bit] += (int)(ulong)((cell >> bit) & 1);
        }

        // Six standard errors of a fair coin.
        Assert.All(ones, sum => Assert.InRange(sum, (count / 2) - 425, (count / 2) + 425));
    }

    private static string Print(Hash128 hash) => hash.ToUInt128().ToString("x32", CultureInfo.InvariantCulture);

    private static (ulong Low, ulong High) ByTheDocument(string text)
    {
        ulong low = StreamKey.Mix((ulong)text.Length + 0x9E3779B97F4A7C15);
        ulong high = StreamKey.Mix((ulong)text.Length ^ 0xD1B54A32D192ED03);
        for (int start = 0; start < text.Length; start += 4)
        {
            ulong word = 0;
            for (int unit = 0; unit < 4 && start + unit < text.Length; unit++)
                word += (ulong)text[start + unit] << (16 * unit);
            low = (low ^ word) * 0x9DDFEA08EB382D69;
            low ^= low >> 32;
            high = (high + word) * 0xC2B2AE3D27D4EB4F;
            high ^= high >> 29;
        }

        return (low, high);
    }
}
