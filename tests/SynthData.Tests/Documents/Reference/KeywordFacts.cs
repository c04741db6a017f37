using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Expressions.Functions;
using SynthData.Schema.Reading;

namespace SynthData.Tests.Documents.Reference;

/// <summary>What the code knows of a keyword, as the table at the top of its page.</summary>
internal static class KeywordFacts
{
    // Those whose messages speak of nothing else, and so need not name it.
    private static readonly Dictionary<string, ImmutableArray<DiagnosticDescriptor>> About = new(StringComparer.Ordinal)
    {
        ["correlations"] = CorrelationDiagnostics.All,
        ["distribution"] = DistributionDiagnostics.All,
        ["expr"] = [.. ExpressionDiagnostics.All, .. EvaluationDiagnostics.All],
        ["locale"] = LocaleDiagnostics.All,
        ["pattern"] = PatternDiagnostics.All,
        ["semantic"] = CatalogueDiagnostics.All,
    };

    // A job and a command line have keys of the same names.
    private static IEnumerable<DiagnosticDescriptor> OfSchemas => DiagnosticIndex.All.Where(one => !one.Code.StartsWith("SD8", StringComparison.Ordinal));

    public static string OfDatasetKey(string key) => Table([("Where", "at the top of a schema"), .. Told(key)]);

    public static string OfTableKey(string key) => Table([("Where", "in a table"), .. Told(key)]);

    public static string OfRule(string key) => Table([("Where", "in the list `rules` of a table"), .. Told(key)]);

    public static string OfFunction(string name) => Table(
        [("Call", Cells.Code(RowFunctions.Find(name)!.Signature)), ("As a column", Cells.Code(RowFunctions.Find(name)!.Example)), .. Told(name)]);

    public static string OfSource(string keyword)
    {
        SourceKind kind = SourceKinds.All.Single(one => one.Keyword == keyword);
        string[] fitting = [.. ColumnKeys.Fits.Where(fit => fit.Value.Contains(keyword)).Select(fit => fit.Key)];
        bool takesGiven = ColumnKeys.GivenFits.Contains(keyword);
        return Table(
        [
            ("Written", Cells.Code(kind.Example)),
            ("Type, where none is written", kind.Type),
            ("The first rows stay when there are more", Words(kind.Stability)),
            ("`unique: true`", fitting.Contains("unique") ? "may stand beside it" : "does not go with it"),
            ("Modifiers of its own", Linked(takesGiven ? ["given", .. fitting] : fitting, "modifiers")),
            ("Modifiers of every source", Linked(Everywhere, "modifiers")),
            .. Told(keyword),
        ]);
    }

    public static string OfModifier(string keyword) => Table(
    [
        ("Goes with", GoesWith(keyword)),
        ("Where", ColumnKeys.OfSource.Contains(keyword) ? "in a column, a case or a fallback" : "in a column"),
        .. Told(keyword),
    ]);

    private static string[] Everywhere => [.. ColumnKeys.OfColumn.Where(key => !ColumnKeys.Fits.ContainsKey(key))];

    private static string GoesWith(string keyword)
    {
        if (keyword == "given")
            return $"{Linked(ColumnKeys.GivenFits, "sources")}; and with `nulls` and `count`";
        return ColumnKeys.Fits.TryGetValue(keyword, out string[]? sources)
            ? Linked([.. sources.Where(source => source != ColumnKeys.NoSource)], "sources")
            : "every source";
    }

    private static string Linked(IReadOnlyList<string> keywords, string folder) =>
        keywords.Count == 0 ? "none" : string.Join(", ", keywords.Select(keyword => Link(keyword, folder)));

    private static string Link(string keyword, string folder)
    {
        string chapter = keyword == "distribution" ? "sources" : folder;        // a modifier too, but one page
        return $"[`{keyword}`](../{chapter}/{ReferencePage.FileOf(keyword, chapter)})";
    }

    private static string Words(PrefixStability stability) => stability switch
    {
        PrefixStability.Stable => "yes",
        PrefixStability.StableUnlessUniqueOrExact => "yes, unless it is `unique` or `exact`",
        PrefixStability.StablePerParent => "while the parents' number stays",
        _ => "as long as what it reads does",
    };

    private static IEnumerable<(string, string)> Told(string keyword)
    {
        ImmutableArray<DiagnosticDescriptor> about = About.GetValueOrDefault(keyword, []);
        string[] codes = [.. OfSchemas.Where(one => about.Contains(one) || Names(one, keyword)).Select(Link)];
        if (codes.Length > 0)
            yield return ("Diagnostics about it", string.Join(", ", codes));
    }

    private static string Link(DiagnosticDescriptor one) =>
        $"[{one.Code}](../../../DIAGNOSTICS.md#{one.Code.ToLowerInvariant()}{(one.Severity == DiagnosticSeverity.Warning ? "-warning" : "")})";

    private static bool Names(DiagnosticDescriptor descriptor, string keyword) => new[] { descriptor.Format, descriptor.Fix, descriptor.Page }.Any(text =>
        text.Contains($"'{keyword}'", StringComparison.Ordinal)
        || text.Contains($"'{keyword}: ", StringComparison.Ordinal)
        || (keyword.Contains('_', StringComparison.Ordinal) && text.Contains(keyword, StringComparison.Ordinal))
        || text.Contains($"`{keyword}`", StringComparison.Ordinal)
        || text.Contains($"`{keyword}: ", StringComparison.Ordinal)
        || text.Contains($"{{{{ {keyword}: ", StringComparison.Ordinal));

    private static string Table(IEnumerable<(string Name, string Fact)> facts) => Cells.Table(["", ""], facts.Select(fact => (string[])[fact.Name, fact.Fact]));
}
