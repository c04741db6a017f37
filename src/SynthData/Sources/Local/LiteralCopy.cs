using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Lets a text column share the pool of the literals that are copied into it.</summary>
internal static class LiteralCopy
{
    public static void Prepare(LiteralCells literals, Column target)
    {
        if (target is TextColumn text && literals.Cells is TextColumn { Pool: { } pool })
            text.UsePool(pool);
    }
}
