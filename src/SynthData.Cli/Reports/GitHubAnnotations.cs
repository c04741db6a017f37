using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Cli.Reports;

/// <summary>Workflow commands: <c>::error file=…,line=…,col=…,title=SD1004::message</c>.</summary>
/// <param name="workspace">The checked-out repository: files are named from there, wherever the step runs.</param>
internal sealed class GitHubAnnotations(string? workspace) : Annotations
{
    protected override string Line(Diagnostic diagnostic)
    {
        string title = $"title={Property(diagnostic.Code)}";
        string properties = diagnostic.Position is { } position
            ? string.Create(CultureInfo.InvariantCulture, $"file={Property(PathOf(position.File))},line={position.Line},col={position.Column},{title}")
            : title;
        return $"::{KindOf(diagnostic)} {properties}::{Escape(TextOf(diagnostic))}";
    }

    private string PathOf(string file)
    {
        if (string.IsNullOrEmpty(workspace))
            return file;
        string relative = Path.GetRelativePath(workspace, Path.GetFullPath(file)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? file : relative;
    }

    private static string Property(string text) =>
        Escape(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
