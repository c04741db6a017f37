using System.Collections.Immutable;
using SynthData.Comparing;
using SynthData.Diagnostics;

namespace SynthData;

/// <summary>How alike two datasets are.</summary>
/// <param name="Tables">Those that both have.</param>
/// <param name="Findings">Thresholds that were passed.</param>
/// <param name="Notes">What was not compared.</param>
internal sealed record LikenessReport(ImmutableArray<TableLikeness> Tables, ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> Notes);
