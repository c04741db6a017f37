namespace SynthData.Expressions;

/// <summary>What an expression may know besides its scope.</summary>
/// <param name="AsOf">The day of <c>today()</c>; without it, asking for today is an error.</param>
internal sealed record BindContext(DateOnly? AsOf);
