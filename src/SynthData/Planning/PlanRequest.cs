using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>What planning needs to know of a request, defaults of the schema applied.</summary>
internal sealed record PlanRequest
{
    public required ulong Seed { get; init; }

    public DateOnly? AsOf { get; init; }

    public required ImmutableDictionary<string, long> Rows { get; init; }

    public decimal Scale { get; init; } = 1;

    /// <summary>The index of the first row to make, by table; those before it were made earlier.</summary>
    public ImmutableDictionary<string, long> RowsFrom { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Where sequences start instead of where the schema says, by <c>table.column</c>.</summary>
    public ImmutableDictionary<string, long> SequenceStarts { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>The tables to write; empty for all.</summary>
    public ImmutableArray<string> Tables { get; init; } = [];

    public bool IsStrict { get; init; }

    /// <summary>Prompt columns go to the model.</summary>
    public bool UsesModel { get; init; }

    /// <summary>What fills prompt columns: asked for, or the first that can.</summary>
    public PromptFilling Filling { get; init; }

    /// <summary>The model fills so many of the first rows of each table, and knowledge the rest; null for all.</summary>
    public long? TextRows { get; init; }

    /// <summary>What is known of prompt columns; null without a file.</summary>
    public KnowledgeFile? Knowledge { get; init; }

    public bool IsSharded { get; init; }

    public bool IsReplay { get; init; }

    /// <summary>For data that exists: no rows are counted, and prompts may have been answered by anybody.</summary>
    public static PlanRequest ForData(DatasetSchema schema, DateOnly? asOf) => new()
    {
        Seed = schema.Seed,
        AsOf = asOf ?? schema.AsOf,
        Rows = ImmutableDictionary<string, long>.Empty,
        UsesModel = true,
    };
}

/// <summary>What fills prompt columns.</summary>
internal enum PromptFilling
{
    /// <summary>Knowledge where it covers the column, else the model where one is named, else the fallback.</summary>
    FirstThatCan,

    /// <summary>The model, row by row.</summary>
    Row,

    /// <summary>Knowledge.</summary>
    Knowledge,

    /// <summary>The fallback that the schema writes.</summary>
    Fallback,
}
