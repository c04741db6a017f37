namespace SynthData.Knowledge;

/// <summary>What a knowledge file may be at most.</summary>
internal static class KnowledgeLimits
{
    public const int NewestVersion = 1;

    /// <summary>Bytes of one file.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Bytes of a pool beside the file, unpacked.</summary>
    public const int MaxPoolBytes = 64 << 20;

    /// <summary>Entries of one file, those beside it left out.</summary>
    public const int MaxEntries = 20_000;

    /// <summary>Characters of an entry or item as written.</summary>
    public const int MaxWritten = 4_000;

    /// <summary>Characters that a text may grow to, the row's own cells left out.</summary>
    public const int MaxExpanded = 10_000;

    /// <summary>Lists within lists, and braces within braces.</summary>
    public const int MaxDepth = 8;
}
