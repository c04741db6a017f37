using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SynthData.Batches;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Providers;

namespace SynthData;

/// <summary>How a plan is carried out. Nothing here changes a byte but format, compression, formula mode and what answers the prompts.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// The client that answers prompts, also those of a plan whose request names no text source.
    /// <value>Null: no model is called.</value>
    /// </summary>
    public IChatClient? Chat { get; init; }

    /// <summary><c>csv</c>, <c>parquet</c>, <c>jsonl</c>, or <c>sql</c> for one script of all tables. <value><c>csv</c>, or what a single file's name says.</value></summary>
    public string? Format { get; init; }

    /// <summary>Lets an SQL script make the tables, with their keys and references; of no other format. <value>False: it inserts rows only.</value></summary>
    public bool CreateTables { get; init; }

    /// <summary>Name and level, such as <c>snappy</c> (Parquet), <c>zstd:fastest</c>, <c>gzip</c>, <c>none</c>. <value>None for text, snappy for Parquet.</value></summary>
    public string? Compression { get; init; }

    /// <summary><c>keep</c>, <c>escape</c> or <c>reject</c> texts that spreadsheets run as formulas. <value><c>keep</c>.</value></summary>
    public string CsvFormula { get; init; } = "keep";

    /// <summary>Rows are made on this many threads; the bytes do not depend on it. <value>The number of processors; at least 1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>Rows worked on together; the bytes do not depend on it. <value>4,096; 1 to 1,000,000.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside 1 to 1,000,000.</exception>
    public int BatchRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 4_096;

    /// <summary>Replaces an existing dataset that differs. <value>False.</value></summary>
    public bool Overwrite { get; init; }

    /// <summary>Where replies are kept. <value><c>NAME.journal.jsonl</c> beside the schema.</value></summary>
    public string? JournalPath { get; init; }

    /// <summary>Answers from the journal only and calls no model. <value>False.</value></summary>
    public bool Replay { get; init; }

    /// <summary>How much may be bought of a model, and how fast it may be asked. <value>No budget; limits as the server says.</value></summary>
    public ModelLimits Limits { get; init; } = new();

    /// <summary>Receives progress. <value>None.</value></summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>The client opened by name, with the key that must not be told; goes before <see cref="Chat"/>. <value>None.</value></summary>
    internal ChatConnection? Connection { get; init; }

    /// <summary>How long an answer may stay silent. <value>Null: ten minutes.</value></summary>
    internal TimeSpan? Silence { get; init; }

    /// <summary>Sees every batch of every table, in row order, before it is written. <value>Nobody.</value></summary>
    internal Action<RowBatch>? OnBatch { get; init; }

    /// <summary>Sees what was had of the model when the run ends, well or not. <value>Nobody.</value></summary>
    internal Action<ModelFigures>? OnModelEnd { get; init; }

    /// <summary>Receives logs. <value>None.</value></summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock of retries. <value>The system's.</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
