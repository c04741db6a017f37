using System.Collections.Immutable;

namespace SynthData.Testing;

/// <summary>What a test asks of a schema beyond the schema itself. Every default is here, and is what the schema says.</summary>
/// <remarks>Read once by <see cref="Fixture.Open"/>; changes to its collections after that change nothing.</remarks>
public sealed record FixtureOptions
{
    /// <summary>Another seed. <value>The schema's own when null.</value></summary>
    public ulong? Seed { get; init; }

    /// <summary>Rows by table, for tables with <c>rows</c> of their own; those of <c>per</c> tables follow. <value>Empty: the schema's numbers.</value></summary>
    public IDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The factor on every table's own number of rows, rounding up; above 0. <value>1.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">It is 0 or below.</exception>
    public decimal Scale
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1;

    /// <summary>The tables of data sets, files and databases; their parents are made but not given. <value>All tables when empty.</value></summary>
    public ImmutableArray<string> Tables { get; init; } = [];

    /// <summary>Values for the schema's <c>params</c>, by name. A schema whose locale is a parameter takes another locale so. <value>Empty.</value></summary>
    public IDictionary<string, string> Params { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The day that <c>today</c> and durations count from. <value>The schema's own when null.</value></summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// By table, what overwrites cells of its first rows, as <c>pinned</c> of the schema does: the first object is for row 0, and so on.
    /// An anonymous object or a dictionary from column to value overwrites what it names; a row of the table's type says the whole row.
    /// <value>Empty.</value>
    /// </summary>
    /// <remarks>
    /// Names are compared without case and underscores. Where the schema pins the same cell, this goes before it. Types, categories, ranges, keys,
    /// references and rules are checked with pinned rows before the first row is made.
    /// </remarks>
    public IDictionary<string, IReadOnlyList<object>> Pinned { get; init; } = new Dictionary<string, IReadOnlyList<object>>(StringComparer.Ordinal);
}
