using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthData.Diagnostics;

/// <summary>Diagnostics as pages: for <c>explain</c>, and all of them as DIAGNOSTICS.md.</summary>
internal static partial class DiagnosticPage
{
    /// <summary>Gives the page of one diagnostic as text.</summary>
    public static string Text(DiagnosticDescriptor descriptor)
    {
        string severity = descriptor.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"""
            {descriptor.Code} ({DiagnosticIndex.Family(descriptor.Code).ToLowerInvariant()}, {severity})

            {WithoutPlaces(descriptor.Format)}

            {descriptor.Page}

            What to do: {WithoutPlaces(descriptor.Fix)}

            """.ReplaceLineEndings("\n");
    }

    /// <summary>Gives DIAGNOSTICS.md: every diagnostic by family and code.</summary>
    public static string Markdown(ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        StringBuilder page = new();
        page.Append("# Diagnostics\n\nEvery message SynthData can give, with what to do. `synthdata explain CODE` prints the same.\n");
        page.Append("Generated from the code; a test compares it. `…` stands for names and values of the case at hand.\n");
        foreach (IGrouping<string, DiagnosticDescriptor> family in descriptors.OrderBy(one => one.Code, StringComparer.Ordinal).GroupBy(one => DiagnosticIndex.Family(one.Code)))
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {family.Key}\n");
            foreach (DiagnosticDescriptor descriptor in family)
            {
                string severity = descriptor.Severity == DiagnosticSeverity.Error ? "" : " (warning)";
                page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n### {descriptor.Code}{severity}\n\n> {WithoutPlaces(descriptor.Format)}\n\n");
                page.Append(System.Globalization.CultureInfo.InvariantCulture, $"{descriptor.Page}\n\n**What to do.** {WithoutPlaces(descriptor.Fix)}\n");
            }
        }

        return page.ToString();
    }

    /// <summary>Gives a composite format with <c>…</c> for its places.</summary>
    public static string WithoutPlaces(string format) =>
        Place().Replace(Suggested().Replace(format, ""), "…")
            .Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal);

    // A suggestion follows its sentence without a blank, which it brings along, and is often empty.
    [GeneratedRegex(@"(?<=[.!?])\{\d+\}")]
    private static partial Regex Suggested();

    [GeneratedRegex(@"(?<!\{)\{\d+(:[^}]*)?\}(?!\})")]
    private static partial Regex Place();
}
