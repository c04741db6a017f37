using System.Security.Cryptography;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

public class WordFileTests
{
    // The lists are part of what `generator: 1` promises: a new hash is a new generator version once 1 was released.
    [Theory]
    [InlineData("en-US-companies", "03d09af3c6b61451728c8564620806fcd1bb8027b01ed406e7578a1b45d01d43")]
    [InlineData("en-US-people", "10611555c4015d00528a49e61010e34a1460664d5288e86bb947454400d15b88")]
    [InlineData("en-US-phones", "184db7da4daa83c957ee0f8ea1a14f78f2e44e40da472c3f88bdbac41ca1bab5")]
    [InlineData("en-US-places", "82212ffba5b2b29bc2707adb5276f3cfd340bdefddc3f20b451ee54d86676b5d")]
    [InlineData("en-US-streets", "c69fc2855d913b420e6b9c50ed3f9630f820f917266822d1fa248e37f8a852dc")]
    [InlineData("en-US-words", "6a1b3257bf56e77de71287262cd2a1062adeb886f5b82951c62afaf01b35ef59")]
    [InlineData("nl-NL-companies", "4665c70b3eaf1be7477e1d6dd3d23dab597f3a6355915c32e4588eaafbbbefb3")]
    [InlineData("nl-NL-people", "f1f5a17eb53465b7c4ed8eadd660a71e8c8734567c3d3fbc3c6c3ee6f8fce30b")]
    [InlineData("nl-NL-phones", "5d032e0ce40d040606f170c3623336b2933f34f32f1ef4bcc252a88350a6147a")]
    [InlineData("nl-NL-places", "8d1a18a68e4b703cd0a35238f5a4152d9a8f08120f15fd555f59375424c6f2a1")]
    [InlineData("nl-NL-streets", "8ee29ebbe3d3548aea4ebe721a89b8125daf5efeaf0cd5603fdaddb11c613f1d")]
    [InlineData("nl-NL-words", "f8b57644597e2347422de7afa0eac8169406899690057bb1202a7b79ce13046f")]
    [InlineData("user-agents", "e360b61566e2ecac51604ce53c8ccc0edc7deff8eca7116a9ffc1e7213880b4f")]
    public void The_word_lists_are_those_of_the_promise(string name, string sha256)
    {
        using Stream file = WordFile.Open(name);

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    [Fact]
    public void Every_list_in_the_assembly_is_pinned()
    {
        int pinned = typeof(WordFileTests).GetMethod(nameof(The_word_lists_are_those_of_the_promise))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length;

        Assert.Equal(pinned, typeof(WordFile).Assembly.GetManifestResourceNames().Count(name => name.StartsWith("Words/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("van 't Hoff", "vanthoff")]
    [InlineData("Öztürk", "ozturk")]
    [InlineData("Yılmaz", "yilmaz")]
    [InlineData("Şahin", "sahin")]
    [InlineData("Groß", "gross")]
    [InlineData("Søren Æbelø", "sorenaebelo")]
    [InlineData("O'Brien", "obrien")]
    public void Marks_fall_off_where_only_letters_can_stand(string text, string folded) => Assert.Equal(folded, AsciiFold.Fold(text));

    [Fact]
    public void Weights_are_chances()
    {
        var table = new WeightedTable([1, 0, 3]);
        int[] counts = new int[3];
        for (int i = 0; i < 4_096; i++)
            counts[table.Pick((ulong)i << 52)]++;

        Assert.Equal([1_024, 0, 3_072], counts);
    }
}
