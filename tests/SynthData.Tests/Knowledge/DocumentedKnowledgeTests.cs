using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Tests.Documents;

namespace SynthData.Tests.Knowledge;

public class DocumentedKnowledgeTests
{
    [Fact]
    public void The_file_that_the_page_shows_is_read_without_a_word()
    {
        string shown = Assert.Single(Markdown.Blocks("docs/knowledge.md", "yaml"), block => block.StartsWith("synthdata-knowledge:", StringComparison.Ordinal));
        var bag = new DiagnosticBag();

        KnowledgeFile file = KnowledgeReader.ReadText(shown, bag)!;

        Assert.Empty(bag);
        Assert.Equal(["tickets.[subject, body]", "products.price"], file.Columns.Select(column => column.Key));
    }

    [Fact]
    public void Every_pack_stands_on_the_page()
    {
        string page = File.ReadAllText(Snapshots.Repository.PathOf("docs", "knowledge.md"));

        Assert.All(KnowledgePacks.Names, name => Assert.Contains($"(../schemas/packs/{name})", page, StringComparison.Ordinal));
    }
}
