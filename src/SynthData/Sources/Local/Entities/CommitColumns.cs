using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of a commit: its whole and its short hash, and the branch it is on.</summary>
internal static class CommitColumns
{
    /// <summary>Tickets a branch's name has room for.</summary>
    public const long BranchCapacity = 26L * 26 * 1_000_000;

    private const uint HashWord = 0;
    private const uint BranchWord = 8;
    private const uint KindWord = 9;

    private static readonly WeightedTexts Kinds = new([("feature", 50), ("fix", 25), ("chore", 10), ("docs", 5), ("refactor", 5), ("hotfix", 5)]);

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "technology.git_sha" => new HexColumn(stream, HashWord, digits: 40),
        "technology.git_short_sha" => new ComposedColumn((in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            writer.AddHex(HexColumn.First(rows, index, stream, HashWord) >> 36, 7);
            return writer.Length;
        }),
        "technology.git_branch" => new NumberColumn(stream, BranchWord, BranchCapacity, (in rows, index, place, ref writer) =>
        {
            long ticket = place % 1_000_000;
            writer.Add(Kinds.Pick(rows.Word(stream, index, KindWord)));
            writer.Add('/');
            writer.Add((char)('A' + (place / 26_000_000)));
            writer.Add((char)('A' + (place / 1_000_000 % 26)));
            writer.Add('-');
            writer.Add(rows.IsTagged ? ticket : ticket % 10_000);
        }),
        _ => null,
    };
}
