using System.Text;
using SynthData.Catalogue;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>The front page of the reference: what a hand wrote, and the list of all pages.</summary>
internal static class ReferenceIndex
{
    public static string Path => Repository.PathOf("docs", "reference", "README.md");

    public static string Render()
    {
        string written = GeneratedPart.Without(File.ReadAllText(Path)).TrimEnd('\n');
        var list = new StringBuilder();
        foreach (Chapter chapter in Chapter.All)
        {
            list.Append($"## {chapter.Title}\n\n{chapter.About}\n\n");
            foreach (ReferencePage page in ReferencePage.All(chapter))
            {
                string names = string.Join(", ", page.Keywords.Select(Cells.Code));
                list.Append($"- [{names}]({chapter.Folder}/{System.IO.Path.GetFileName(page.Path)}): {chapter.Lead(page.Keywords[0])}{(page.Inside.Count == 0 ? "" : $" Inside: {string.Join(", ", page.Inside.Select(Cells.Code))}.")}\n");
            }

            list.Append('\n');
        }

        list.Append("## Distributions\n\nHow numbers, dates and counts are drawn, each with its parameters: [distributions](distributions.md).\n\n");
        list.Append("## Semantic types\n\nA page per group, with standard, locales and an example of each.\n\n");
        foreach (IGrouping<string, SemanticType> group in SemanticTypes.All.GroupBy(type => type.Group))
            list.Append($"- [{group.Key}](semantic/{group.Key}.md): {string.Join(", ", group.Select(type => Cells.Code(type.Name)))}\n");
        return $"{written}\n{GeneratedPart.Of(list.ToString())}";
    }
}
