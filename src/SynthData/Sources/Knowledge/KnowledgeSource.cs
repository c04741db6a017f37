using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>Makes the fillers of the texts of one table that come from knowledge.</summary>
/// <param name="key">Gives the stream of a name.</param>
/// <param name="rows">Rows of the table; 0 where they are not counted.</param>
internal sealed class KnowledgeSource(Func<string, StreamKey> key, long rows)
{
    private readonly Dictionary<KnowledgePlan, TextSampler> samplers = new(ReferenceEqualityComparer.Instance);

    public ICellFiller Filler(KnowledgeCells cells)
    {
        if (!samplers.TryGetValue(cells.Plan, out TextSampler? sampler))
            samplers[cells.Plan] = sampler = new TextSampler(cells.Plan, key($"{cells.Plan.Stream}#knowledge"));
        return cells.Plan.IsUnique[cells.Place]
            ? new UniqueTextFiller(new UniqueTexts(cells.Plan, sampler, cells.Place, rows))
            : new KnowledgeFiller(sampler, cells.Place);
    }
}
