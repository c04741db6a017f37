using System.Security.Cryptography;
using SynthData.Sources.Local.Entities;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Local.Entities;

public class WordFileTests
{
    // A list is part of what the generators that read it promise: it never changes once one of them was released.
    [Fact]
    public void The_word_lists_are_those_of_the_promise()
    {
        const string folder = "Words/";
        IEnumerable<string> hashes = typeof(WordFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using Stream file = WordFile.Open(name[folder.Length..^".txt".Length]);
                return $"{Convert.ToHexStringLower(SHA256.HashData(file))}  {name[folder.Length..]}";
            });

        Snapshot.Match(string.Join('\n', hashes), "words");
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
    [InlineData("Щербакова", "shcherbakova")]
    [InlineData("Юрий", "yuriy")]
    [InlineData("Королёв", "korolev")]
    [InlineData("Wiśniewska", "wisniewska")]
    [InlineData("Łukasz", "lukasz")]
    public void Marks_fall_off_where_only_letters_can_stand(string text, string folded) => Assert.Equal(folded, AsciiFold.Fold(text));

    [Theory]
    [InlineData("Jürgen", "juergen")]
    [InlineData("Schröder", "schroeder")]
    [InlineData("Weiß", "weiss")]
    [InlineData("René", "rene")]
    public void Germans_spell_umlauts_out(string text, string folded) => Assert.Equal(folded, AsciiFold.Fold(text, hasUmlauts: true));

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
