namespace SynthData.Planning;

/// <summary>Fills the prompt cells of a table. Implemented by Sources/Model, called by Run.</summary>
internal interface IPromptEngine
{
    /// <summary>Answers the slots with index <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/>, wave by wave, in slot order.</summary>
    /// <exception cref="Diagnostics.GenerationException">A slot stayed unanswered, or the model or journal failed (SD4, SD6).</exception>
    IAsyncEnumerable<IReadOnlyList<PromptAnswer>> AnswerAsync(
        PromptTable table, IPromptRows rows, long first, long count, CancellationToken cancellationToken);
}

/// <summary>The rows a model fills, as Run knows them. Thread-safe.</summary>
internal interface IPromptRows
{
    /// <summary>Makes the skeletons of neighbouring rows.</summary>
    IReadOnlyList<PromptSlot> Slots(long first, int count);

    /// <summary>Checks typed answers against every row rule and expression that reads them; an answer without a violation is right.</summary>
    IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers);

    /// <summary>Gives a row its next draw that keeps the rules over local cells; from then on this is the row.</summary>
    /// <returns>Its skeleton, or null when no draw is left.</returns>
    PromptSlot? Redraw(long rowIndex);

    /// <summary>Computes what a prompt column's fallback gives in a row.</summary>
    /// <param name="column">The index of the prompt column.</param>
    /// <param name="text">The value, null for null.</param>
    /// <returns>False when there is no fallback, or it fails in this row.</returns>
    bool TryFallback(long rowIndex, int column, out string? text);
}
