using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Jobs;

/// <summary>One dataset of a job, the job's defaults applied. Its keys mean what the options of <c>generate</c> of the same name mean.</summary>
internal sealed record JobDataset(string Name, SourcePosition Position)
{
    /// <summary>The schema's path, from the folder that the program runs in.</summary>
    public required JobText Schema { get; init; }

    /// <summary>Where it goes: a folder, a file, or the URL of a database; paths from the folder that the program runs in.</summary>
    public required JobText Output { get; init; }

    public ImmutableArray<string> Needs { get; init; } = [];

    public FailureChoice OnFailure { get; init; }

    public JobRetries Retries { get; init; } = JobRetries.None;

    public ImmutableArray<JobRows> Rows { get; init; } = [];

    public ImmutableArray<JobRows> RowsFrom { get; init; } = [];

    public decimal? Scale { get; init; }

    public ImmutableArray<string> Tables { get; init; } = [];

    /// <summary>Params of the schema.</summary>
    public ImmutableSortedDictionary<string, string> Set { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ulong? Seed { get; init; }

    public DateOnly? AsOf { get; init; }

    public bool IsStrict { get; init; }

    public string? Format { get; init; }

    public string? Compression { get; init; }

    public string? CsvFormula { get; init; }

    public int? Threads { get; init; }

    public bool Overwrite { get; init; }

    public bool Create { get; init; }

    public bool Truncate { get; init; }

    public bool Append { get; init; }

    public JobModel Model { get; init; } = new();

    /// <summary>Whether something of it could not be read.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The keys that the dataset itself has, and where; what is not among them is a default.</summary>
    public ImmutableSortedDictionary<string, SourcePosition> Own { get; init; } = ImmutableSortedDictionary.Create<string, SourcePosition>(StringComparer.Ordinal);

    /// <summary>Where a key stands; the dataset's own place for one that it does not have.</summary>
    public SourcePosition At(string key) => Own.TryGetValue(key, out SourcePosition position) ? position : Position;

    /// <summary>Puts the names of variables in place of their values, wherever a message or address holds them.</summary>
    public string WithoutSecrets(string text) => JobText.Conceal(text, Model.BaseUrl is { } url ? [Output, url] : [Output]);
}
