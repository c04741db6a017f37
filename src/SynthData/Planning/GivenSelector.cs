using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Finds which case of a conditional option holds, from the values of the columns it is <c>given</c>.</summary>
/// <param name="Slots">The condition's slots, in order.</param>
/// <param name="Types">Their types.</param>
/// <param name="Keys">One list of texts a case (as CSV writes values), one text a slot, in the order of the cases.</param>
/// <param name="Otherwise">The case for the rest and for null, or -1 when every value has a case.</param>
internal sealed record GivenSelector(
    ImmutableArray<int> Slots, ImmutableArray<ColumnType> Types, ImmutableArray<ImmutableArray<string>> Keys, int Otherwise);
