using System.Text;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>A page about one keyword, or a few that are understood together: prose and examples by hand, all else generated.</summary>
internal sealed class ReferencePage
{
    // What may stand in these are columns, sources and rules.
    private static readonly string[] OfParts = ["columns", "rules", "axes", "cases", "fallback"];

    private readonly string written;

    private ReferencePage(Chapter chapter, string path)
    {
        Chapter = chapter;
        Path = path;
        written = GeneratedPart.Without(File.ReadAllText(path));
        Keywords = Titled(path);
    }

    public Chapter Chapter { get; }

    public string Path { get; }

    /// <summary>As the title lists them; the first names the file.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>Every example in the page, whole.</summary>
    public IEnumerable<FencedBlock> Examples => FencedBlock.All(written).Where(PageExample.Is);

    public string Prose => written;

    /// <summary>The keys that may stand inside of its keywords and have no page of their own.</summary>
    public IReadOnlyList<string> Inside => Chapter.Keys is { } keys
        ? [.. Keywords.Where(keyword => !OfParts.Contains(keyword)).SelectMany(keyword => EditorSchema.Inside(keys, keyword)).Distinct()]
        : [];

    public static IEnumerable<ReferencePage> All(Chapter chapter) =>
        Directory.EnumerateFiles(FolderOf(chapter.Folder), "*.md").Order(StringComparer.Ordinal).Select(path => new ReferencePage(chapter, path));

    /// <summary>The file that has a keyword in its title; for a keyword without a page the one it should have.</summary>
    public static string FileOf(string keyword, string folder) =>
        Directory.EnumerateFiles(FolderOf(folder), "*.md").Where(path => Titled(path).Contains(keyword)).Select(path => System.IO.Path.GetFileName(path)).FirstOrDefault($"{keyword}.md");

    /// <summary>Gives the page as it should be.</summary>
    public async Task<string> RenderAsync()
    {
        int titleEnd = written.IndexOf('\n', StringComparison.Ordinal) + 1;
        var page = new StringBuilder(written[..titleEnd]).Append(GeneratedPart.Of(Top()));
        var files = new List<FencedBlock>();
        int from = titleEnd;
        foreach (FencedBlock block in FencedBlock.All(written))
        {
            if (block.File is not null)
                files.Add(block);
            if (!PageExample.Is(block))
                continue;
            page.Append(written.AsSpan(from, block.End - from)).Append(GeneratedPart.Of(await PageExample.ShowAsync(block, files)));
            from = block.End;
        }

        return page.Append(written.AsSpan(from)).ToString();
    }

    private string Top()
    {
        if (Keywords.Count == 1)
            return $"{Chapter.Lead(Keywords[0])}\n\n{Chapter.Facts(Keywords[0])}";
        return string.Join("\n", Keywords.Select(keyword => $"**`{keyword}`** {Chapter.Lead(keyword)}\n\n{Chapter.Facts(keyword)}"));
    }

    private static string FolderOf(string folder) => Repository.PathOf("docs", "reference", folder);

    private static string[] Titled(string path) => File.ReadLines(path).First()["# ".Length..].Split(", ");
}
