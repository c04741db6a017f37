using SynthData.Catalogue;

namespace SynthData.Tests.Catalogue;

public class SourceKindsTests
{
    [Fact]
    public void Every_source_of_the_language_is_listed_once()
    {
        Assert.Equal(
            [
                "sequence", "uuid", "position", "values", "range", "after", "before", "semantic", "pattern", "template", "expr", "object", "references",
                "prompt", "constant", "distribution", "cases", "series", "tuples",
            ],
            SourceKinds.All.Select(kind => kind.Keyword));
    }
}
