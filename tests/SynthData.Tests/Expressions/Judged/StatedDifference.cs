namespace SynthData.Tests.Expressions.Judged;

/// <summary>A place where DuckDB answers otherwise, and why we do not follow.</summary>
internal sealed record StatedDifference(string Name, string Reason, Func<Comparison, bool> Holds);
