using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>What a model is told about one table and asked to fill.</summary>
internal sealed record PromptTable
{
    public required string Dataset { get; init; }

    public string? DatasetAbout { get; init; }

    public required string Locale { get; init; }

    public required ulong Seed { get; init; }

    public required string Table { get; init; }

    public string? TableAbout { get; init; }

    public required long RowCount { get; init; }

    /// <summary>The cells shown with each slot, in order; what the prompts mention is among them.</summary>
    public required ImmutableArray<KnownColumn> Known { get; init; }

    /// <summary>The columns to fill, in output order.</summary>
    public required ImmutableArray<PromptColumn> Columns { get; init; }

    /// <summary>What becomes of rows that stay wrong.</summary>
    public UnsolvedChoice Unsolved { get; init; }

    /// <summary>Whether the schema says what makes answers differ, be it nothing: then no axes of ours stand in for it.</summary>
    public bool HasAxes { get; init; }

    /// <summary>The row rules that mention a column to fill.</summary>
    public required ImmutableArray<PromptRule> Rules { get; init; }

    /// <summary>How values are to be written where they are more than texts; null where nothing is to be said of it.</summary>
    public string? Guide { get; init; }
}

/// <summary>A column shown to the model. <paramref name="Name"/> is what placeholders say, such as <c>city</c> or <c>customer.city</c>.</summary>
internal sealed record KnownColumn(string Name, ColumnType Type, string? About)
{
    /// <summary>Drawn or shown only to make answers differ.</summary>
    public bool IsAxis { get; init; }

    /// <summary>The values it can have, where they are a closed list; null for an open one.</summary>
    public ImmutableArray<string>? Values { get; init; }

    /// <summary>Whether it is an expression of the prompt's own, which no text can name.</summary>
    public bool IsComputed { get; init; }
}

/// <summary>A column the model fills.</summary>
/// <param name="Prompt">As written, with <c>{placeholders}</c>; null for <c>prompt: true</c>.</param>
/// <param name="Mentions">Names of the known columns its answer depends on.</param>
/// <param name="Definition">Everything that decides what a good answer is, as one text: part of the cell key.</param>
internal sealed record PromptColumn(
    string Name, ColumnType Type, string? Prompt, string? About, bool IsUnique, LengthRange? Length, string? Locale,
    ImmutableArray<string> Mentions, string Definition)
{
    /// <summary>The share that two texts of the column may have in common; null where that does not matter.</summary>
    public decimal? Similarity { get; init; }

    /// <summary>Whether a value is a text with places that vary, about twice as long as what it becomes.</summary>
    public bool IsTemplate { get; init; }
}

/// <summary>A rule told to the model in words.</summary>
/// <param name="Columns">The prompt columns it mentions.</param>
internal sealed record PromptRule(string Name, string Check, string? Why, ImmutableArray<string> Columns);

/// <summary>One row to fill.</summary>
/// <param name="RowIndex">The row's index in the table: its id for the model.</param>
/// <param name="Known">A text for each known column, as CSV writes it; null for null.</param>
/// <param name="IsAsked">For each prompt column, whether its cell is to be filled (else it is null by <c>when</c> or <c>nulls</c>).</param>
internal sealed record PromptSlot(long RowIndex, ImmutableArray<string?> Known, ImmutableArray<bool> IsAsked);

/// <summary>The prompt cells of one row: a text for each prompt column that <see cref="Batches.CellText"/> can parse as its type, null where not asked.</summary>
internal sealed record PromptAnswer(long RowIndex, ImmutableArray<string?> Cells);

/// <summary>Why an answer is not accepted: a row rule or an expression over it failed.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Rule">The rule's name or text.</param>
/// <param name="Message">What is wrong and what would be right, with the values.</param>
/// <param name="Columns">The prompt columns it follows from: those to ask again.</param>
internal sealed record PromptViolation(long RowIndex, string Code, string Rule, string Message, ImmutableArray<string> Columns);
