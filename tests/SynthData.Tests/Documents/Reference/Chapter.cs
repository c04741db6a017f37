using System.Text.Json.Nodes;
using SynthData.Catalogue;
using SynthData.Expressions.Functions;
using SynthData.Schema.Reading;

namespace SynthData.Tests.Documents.Reference;

/// <summary>One of the reference's folders: whose keywords its pages are about.</summary>
/// <param name="Folder">Under <c>docs/reference</c>.</param>
/// <param name="Title">Its heading in the list of all pages.</param>
/// <param name="About">The line below that.</param>
/// <param name="Keywords">Those that the code knows; each has its page.</param>
/// <param name="Lead">What the code says of a keyword in one sentence.</param>
/// <param name="Facts">What else it says, as a table.</param>
internal sealed record Chapter(string Folder, string Title, string About, IReadOnlyList<string> Keywords, Func<string, string> Lead, Func<string, string> Facts)
{
    /// <summary>The keys of the editor's schema that it is about; null for what is no key of a schema, or the top.</summary>
    public JsonObject? Keys { get; init; }

    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("schema", "The top of a schema", "The keys of the file itself.",
            [.. EditorSchema.Dataset.Select(key => key.Key)], key => EditorSchema.Description(EditorSchema.Dataset, key), KeywordFacts.OfDatasetKey),
        new("tables", "Tables", "The keys of a table.",
            [.. EditorSchema.Table.Select(key => key.Key)], key => EditorSchema.Description(EditorSchema.Table, key), KeywordFacts.OfTableKey)
        { Keys = EditorSchema.Table },
        new("sources", "Sources", "Where the cells of a column come from. Each column has exactly one source.",
            [.. ColumnKeys.Sources, "distribution"], key => SourceKinds.All.Single(kind => kind.Keyword == key).About, KeywordFacts.OfSource)
        { Keys = EditorSchema.Column },
        new("modifiers", "Modifiers", "What may stand beside a source.",
            [.. ColumnKeys.OfSource.Concat(ColumnKeys.OfColumn).Where(key => key != "distribution")],
            key => EditorSchema.Description(EditorSchema.Column, key), KeywordFacts.OfModifier)
        { Keys = EditorSchema.Column },
        new("rules", "Rules", "What the rows of a table must keep.",
            [.. EditorSchema.Rules.Select(rule => rule.Key)], key => EditorSchema.Description(EditorSchema.Rules, key), KeywordFacts.OfRule)
        { Keys = EditorSchema.Rules },
        new("functions", "Functions that read other rows", "All other functions stand in [FUNCTIONS.md](../../FUNCTIONS.md).",
            [.. RowFunctions.All.Select(function => function.Name)], key => RowFunctions.Find(key)!.Doc, KeywordFacts.OfFunction),
    ];
}
