using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SynthData.Expressions.Functions;

/// <summary>Every function of the language, in the order of the documentation.</summary>
internal static class FunctionTable
{
    public static ImmutableArray<Function> All { get; } =
        [.. ChoiceFunctions.All, .. NumberFunctions.All, .. TextFunctions.All, .. MomentFunctions.All];

    private static readonly FrozenDictionary<string, Function> ByName =
        All.ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);
}
