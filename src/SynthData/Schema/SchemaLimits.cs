namespace SynthData.Schema;

/// <summary>What a schema may be at most.</summary>
internal static class SchemaLimits
{
    public const int NewestLanguage = 1;

    public const int NewestGenerator = 2;

    /// <summary>Bytes of one schema file.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Nested maps and lists.</summary>
    public const int MaxDepth = 32;
}
