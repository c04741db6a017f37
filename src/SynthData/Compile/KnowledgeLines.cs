using System.Collections.Immutable;
using SynthData.Knowledge;

namespace SynthData.Compile;

/// <summary>The lines of a knowledge file, so that what does not change stays as a hand wrote it, comments and all.</summary>
internal sealed class KnowledgeLines
{
    private readonly string[] lines;
    private readonly int begin;
    private readonly int end;

    public KnowledgeLines(string text, KnowledgeFile file)
    {
        lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines is [.., ""])
            lines = lines[..^1];
        int first = file.Columns.Min(column => column.Position.Line) - 1;
        begin = WithComments(first);
        end = Array.FindIndex(lines, first, line => line.Length > 0 && line[0] is not (' ' or '#' or '\t'));
        end = end < 0 ? lines.Length : end;
        IsBlock = first > 0 && lines[first].StartsWith(' ') && !lines[..first].Any(line => line.StartsWith("columns:", StringComparison.Ordinal) && line.Contains('{', StringComparison.Ordinal));
    }

    /// <summary>Whether columns stand on lines of their own.</summary>
    public bool IsBlock { get; }

    /// <summary>Everything before the first column.</summary>
    public ImmutableArray<string> Head => [.. lines[..begin]];

    /// <summary>Everything after the last one.</summary>
    public ImmutableArray<string> Tail => [.. lines[end..]];

    /// <summary>A column with the comments before it.</summary>
    public ImmutableArray<string> Of(KnowledgeColumn column) => Block(column.Position.Line - 1);

    /// <summary>A pool; empty where it does not begin a line.</summary>
    public ImmutableArray<string> Of(KnowledgePool pool)
    {
        int start = pool.Position.Line - 1;
        return lines[start].TrimStart().StartsWith('-') ? Block(start) : [];
    }

    private ImmutableArray<string> Block(int start)
    {
        int indent = Indent(lines[start]);
        int stop = start + 1;
        while (stop < end && (lines[stop].Trim().Length == 0 || Indent(lines[stop]) > indent))
            stop++;
        while (lines[stop - 1].Trim().Length == 0)
            stop--;
        return [.. lines[WithComments(start)..stop]];
    }

    private int WithComments(int start)
    {
        int from = start;
        while (from > 0 && lines[from - 1].TrimStart().StartsWith('#') && Indent(lines[from - 1]) == Indent(lines[start]))
            from--;
        return from;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
