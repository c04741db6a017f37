using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Cli.Reports;

/// <summary>Logging commands: <c>##vso[task.logissue type=error;sourcepath=…;linenumber=…;columnnumber=…;code=SD1004;]message</c>.</summary>
internal sealed class AzureAnnotations : Annotations
{
    protected override string Line(Diagnostic diagnostic)
    {
        string place = diagnostic.Position is { } position
            ? string.Create(CultureInfo.InvariantCulture, $"sourcepath={Property(position.File)};linenumber={position.Line};columnnumber={position.Column};")
            : "";
        return $"##vso[task.logissue type={KindOf(diagnostic)};{place}code={diagnostic.Code};]{Escape(TextOf(diagnostic))}";
    }

    private static string Property(string text) =>
        Escape(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);

    private static string Escape(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
