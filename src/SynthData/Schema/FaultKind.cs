namespace SynthData.Schema;

/// <summary>How a cell is made bad on purpose. A bad cell still has its column's type.</summary>
internal enum FaultKind
{
    /// <summary>Null, where nothing makes the column null.</summary>
    Null,

    /// <summary>An empty text.</summary>
    Blank,

    /// <summary>Blanks before, behind or doubled within a text.</summary>
    Whitespace,

    /// <summary>A text in capitals, or in small letters if it is in capitals already.</summary>
    Case,

    /// <summary>A text with two letters swapped, one left out or one doubled.</summary>
    Typo,

    /// <summary>The first half of a text.</summary>
    Truncated,

    /// <summary>A text that its pattern does not make.</summary>
    Malformed,

    /// <summary>A value that is not one of the column's.</summary>
    Unlisted,

    /// <summary>A little below or above the range.</summary>
    OutOfRange,

    /// <summary>A number ten to a hundred times the range's width away.</summary>
    Outlier,

    /// <summary>What an earlier row has in a unique column.</summary>
    Duplicate,

    /// <summary>A key that no parent has.</summary>
    Orphan,
}

/// <summary>The kinds of faults by the names that schemas and label columns use.</summary>
internal static class FaultKinds
{
    private static readonly (string Name, FaultKind Kind)[] ByName =
    [
        ("null", FaultKind.Null), ("blank", FaultKind.Blank), ("whitespace", FaultKind.Whitespace), ("case", FaultKind.Case),
        ("typo", FaultKind.Typo), ("truncated", FaultKind.Truncated), ("malformed", FaultKind.Malformed), ("unlisted", FaultKind.Unlisted),
        ("out_of_range", FaultKind.OutOfRange), ("outlier", FaultKind.Outlier), ("duplicate", FaultKind.Duplicate), ("orphan", FaultKind.Orphan),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. ByName.Select(one => one.Name)];

    public static FaultKind? Find(string name) => Array.Find(ByName, one => one.Name == name) is { Name: not null } found ? found.Kind : null;

    public static string NameOf(FaultKind kind) => Array.Find(ByName, one => one.Kind == kind).Name;
}
