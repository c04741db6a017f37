using CsCheck;

namespace SynthData.Tests.Judge;

/// <summary>Numbers that a column is made of; small ones make plain columns, so that shrinking ends at a readable schema.</summary>
internal sealed record ColumnRecipe(int Kind, int A, int B, int Pick, int Mask)
{
    public static readonly Gen<ColumnRecipe> Any =
        Gen.Select(Gen.Int[0, SketchColumns.Kinds - 1], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 99], Gen.Int[0, 19], (kind, a, b, pick, mask) => new ColumnRecipe(kind, a, b, pick, mask));
}

/// <summary>Numbers that a rule is made of.</summary>
internal sealed record RuleRecipe(int Kind, int First, int Second, int Number)
{
    public static readonly Gen<RuleRecipe> Any =
        Gen.Select(Gen.Int[0, SketchRules.Kinds - 1], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[-40, 60], (kind, first, second, number) => new RuleRecipe(kind, first, second, number));
}

/// <summary>Numbers that a dataset is made of: parents, other parents, and children of the first that may refer to the second.</summary>
internal sealed record DatasetRecipe(int Seed, int Rows, int Children, ColumnRecipe[] Parent, ColumnRecipe[] Child, RuleRecipe[] ParentRules, RuleRecipe[] ChildRules)
{
    public static readonly Gen<DatasetRecipe> Any = Gen.Select(
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 60],
        Gen.Int[0, 11],
        ColumnRecipe.Any.Array[0, 6],
        ColumnRecipe.Any.Array[0, 6],
        RuleRecipe.Any.Array[0, 2],
        RuleRecipe.Any.Array[0, 2],
        (seed, rows, children, parent, child, parentRules, childRules) => new DatasetRecipe(seed, rows, children, parent, child, parentRules, childRules));
}
