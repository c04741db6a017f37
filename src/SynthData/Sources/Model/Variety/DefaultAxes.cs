using System.Collections.Immutable;
using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Variety;

/// <summary>The axes of a table whose schema writes none: what makes texts differ, whatever they are about.</summary>
/// <remarks>Drawn by row from streams of their own. No answer depends on them, so what was answered without them still fits.</remarks>
internal static class DefaultAxes
{
    private static readonly (string Name, string About, ImmutableArray<string> Values)[] Known =
    [
        ("manner", "How it is said.", ["plain", "warm", "dry", "formal", "casual", "blunt", "careful", "lively"]),
        ("extent", "Within what the column allows.", ["short", "medium", "long"]),
        ("angle", "Where it begins.", ["cause", "effect", "detail", "whole", "person", "place", "time", "number", "contrast", "exception"]),
    ];

    /// <summary>The axes of a table: none where it has no text to fill, or its schema says which.</summary>
    public static ImmutableArray<DefaultAxis> Of(PromptTable table)
    {
        if (table.HasAxes || !table.Columns.Any(column => column.Type.Kind == ColumnKind.String))
            return [];
        HashSet<string> taken = [.. table.Known.Select(known => known.Name), .. table.Columns.Select(column => column.Name)];
        return
        [
            .. Known.Where(axis => !taken.Contains(axis.Name))
                .Select(axis => new DefaultAxis(axis.Name, axis.About, axis.Values, StreamKey.For(table.Seed, 1, table.Table, $"axes,,,{axis.Name}"))),
        ];
    }
}

/// <summary>An axis of ours, with the stream its values are drawn from.</summary>
internal sealed record DefaultAxis(string Name, string About, ImmutableArray<string> Values, StreamKey Stream)
{
    public string Of(long rowIndex) => Values[(int)Stream.Below((ulong)Values.Length, rowIndex, 0, 0)];
}
