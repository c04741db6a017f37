using System.Collections.Immutable;

namespace SynthData;

/// <summary>What to compare.</summary>
/// <param name="A">A file, or a folder of a dataset; which table a file holds is said only with a schema.</param>
/// <param name="B">Another.</param>
/// <param name="Schema">Says the types of columns and which are prose; without it the data say.</param>
internal sealed record LikenessRequest(ValidationInput A, ValidationInput B, Dataset? Schema = null)
{
    public LikenessRequest(string a, string b, Dataset? schema = null)
        : this(new ValidationInput(Table: null, a), new ValidationInput(Table: null, b), schema)
    {
    }

    /// <summary>The most rows of each table that are measured.</summary>
    /// <value>At least 1; 100,000 by default.</value>
    public int SampleRows { get; init; } = 100_000;

    public ImmutableArray<LikenessThreshold> Thresholds { get; init; } = [];
}

/// <summary>How far apart two tables may be.</summary>
/// <param name="Measure">A name of <see cref="Comparing.Measure.Names"/>.</param>
/// <param name="Most">The greatest distance that is let pass.</param>
internal sealed record LikenessThreshold(string Measure, double Most);
