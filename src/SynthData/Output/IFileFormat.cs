namespace SynthData.Output;

/// <summary>A format of files. Immutable and thread-safe.</summary>
internal interface IFileFormat
{
    /// <summary>The name in manifests and on the command line: <c>csv</c>, <c>parquet</c>, <c>jsonl</c>, <c>sql</c>.</summary>
    string Name { get; }

    /// <summary>What file names end in, with its dot, such as <c>.csv.gz</c>.</summary>
    string Extension { get; }
}
